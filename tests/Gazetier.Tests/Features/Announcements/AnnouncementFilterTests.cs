using CsCheck;
using Gazetier.Features.Announcements;
using Gazetier.Features.Places;
using Shouldly;

namespace Gazetier.Tests.Features.Announcements;

/// <summary>What a search asks, read from whatever somebody typed.</summary>
public class AnnouncementFilterTests
{
    [Fact]
    public void What_makes_no_sense_is_not_asked()
    {
        var filter = AnnouncementFilter.Read("lune", "  Réseaux\td’eau ", "Or", "Nulle-Part-les-Bains");
        (filter.Kind, filter.Words, filter.Nature, filter.Place).ShouldBe((null, "Réseaux d’eau", null, null));
        filter.Query.ShouldBe("?q=" + Uri.EscapeDataString("Réseaux d’eau"));
        AnnouncementFilter.Read("emploi", null, "Works", null).Nature.ShouldBeNull("a job has no nature");
        AnnouncementFilter.Read("marches-publics", null, "Works", "Savoie").Place!.Kind.ShouldBe(PlaceKind.Department);
    }

    [Fact]
    public void Two_that_ask_the_same_have_the_same_key()
    {
        AnnouncementFilter.Read(null, "écoles rénovation", null, "73").Key.ShouldBe(AnnouncementFilter.Read("", "Rénovation de l’école", "", "Savoie").Key);
        AnnouncementFilter.Read("emploi", "école", null, null).Key.ShouldNotBe(AnnouncementFilter.Read(null, "école", null, null).Key);
    }

    [Fact]
    public void Whatever_is_typed_is_read_and_read_again_the_same() => Gen.String.Select(Gen.String, Gen.String).Sample((words, kind, place) =>
    {
        var once = AnnouncementFilter.Read(kind, words, kind, place);
        once.Terms.Count.ShouldBeLessThanOrEqualTo(8);
        once.Key.Length.ShouldBe(64);
        AnnouncementFilter.Read(kind, once.Words, kind, once.Place?.Name).Key.ShouldBe(once.Key);
    });

    [Fact]
    public void An_announcement_ends_at_its_deadline_and_not_before()
    {
        var at = new DateTime(2026, 12, 1, 11, 0, 0, DateTimeKind.Utc);
        var announcement = new Announcement { Title = "Un", PublishedAt = at.AddDays(-3), DeadlineAt = at };
        announcement.StateAt(at.AddTicks(-1)).ShouldBe(AnnouncementState.Open);
        announcement.StateAt(at).ShouldBe(AnnouncementState.Ended);
        announcement.IsOpen(at.AddDays(-4)).ShouldBeFalse();
        announcement.WithdrawnAt = at;
        announcement.StateAt(at).ShouldBe(AnnouncementState.Withdrawn);
    }
}
