using Gazetier.Changes;
using Gazetier.Features.Clubs;
using Gazetier.Features.Clubs.Questions;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Tests.Features.Clubs;

/// <summary>A club of the cast's newspaper: the section "Juridique", opened by the product number 1, with a trial of 30 days.</summary>
internal static class ClubSteps
{
    public const string Path = "/clubs/juridique/";
    public const string Directory = "/mon-compte/clubs/juridique/annuaire";
    public const string Ask = "/mon-compte/clubs/juridique/questions";

    public static async Task<Site> OpenWithClubAsync(int? product = 1)
    {
        var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            db.Products.Add(new Product { Number = 1, Slug = "club-juridique", Name = "Club Juridique", TrialDays = 30 });
            db.Clubs.Add(new Club
            {
                SectionId = Newsroom.Law.Id,
                Position = 1,
                Colour = "#1f4f7a",
                Motto = "Le droit, le jour même",
                Welcome = "Une veille chaque vendredi.\nDes experts qui répondent.",
                ProductNumber = product,
                OpenedAt = site.Now.AddDays(-9),
                Topics = [new ClubTopic { Position = 1, Label = "Eau", Path = "/themes/eau/" }],
                Team = [new ClubPerson { AuthorId = Newsroom.Claire.Id, Position = 1, Role = "anime le club", IsExpert = true }],
            });
            await db.SaveChangesAsync();
        });
        return site;
    }

    /// <summary>Somebody holds the club's product from now on, for so many days.</summary>
    public static Task JoinAsync(this Site site, Guid account, int days = 30) => site.DoAsync(async db =>
    {
        db.Subscriptions.Add(new Subscription { AccountId = account, Products = ProductSet.Of(1), From = site.Now.AddMinutes(-1), Until = site.Now.AddDays(days), Origin = "Club" });
        await db.SaveChangesAsync();
    });

    public static async Task TellAnswersAsync(this Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TellAnswers>().RunAsync(CancellationToken.None);
    }

    /// <summary>The row of a question, by its subject.</summary>
    public static Task<ClubQuestion> QuestionAsync(this Site site, string subject) => site.DoAsync(db => db.ClubQuestions.AsNoTracking().SingleAsync(q => q.Subject == subject));

    /// <summary>Told to every node, as the newsroom's own changes are.</summary>
    public static async Task TouchClubsAsync(this Site site)
    {
        await site.DoAsync(async db =>
        {
            db.Append(site.Now, "club.changed", OpenClubs.Tag);
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
    }
}
