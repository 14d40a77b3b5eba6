using Gazetier.Features.Accounts;
using Gazetier.Features.Newsroom;
using Shouldly;

namespace Gazetier.Tests.Features.Shared;

/// <summary>The head of the newsroom. It stands here, for a namespace of its noun would hide the cast.</summary>
public class NewsroomGroupTests
{
    [Fact]
    public void Who_may_do_all_sees_nine_groups_and_each_page_once()
    {
        NewsroomGroup.For(StaffRole.Administrator).Select(group => group.Name)
            .ShouldBe(["Ma table", "Articles", "La une", "Médiathèque", "Le journal", "Documentation", "Lecteurs", "Abonnements", "L’équipe"]);
        NewsroomGroup.All.SelectMany(group => group.Pages).Select(page => page.Address).ShouldBeUnique();
    }

    [Fact]
    public void A_group_with_one_page_left_is_called_as_that_page()
    {
        NewsroomGroup.For(StaffRole.Journalist).Select(group => group.Name).ShouldBe(["Ma table", "Articles", "Aperçu", "Médiathèque", "Chiffres"]);
        NewsroomGroup.For(StaffRole.EditorInChief).Last().Name.ShouldBe("Registre");
        NewsroomGroup.For(StaffRole.Moderator).Select(group => group.Name).ShouldBe(["Ma table", "Conversation"]);
    }

    [Fact]
    public async Task The_head_marks_the_group_and_the_page_that_are_open()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);

        var dossiers = await ines.GetAsync("/redaction/dossiers");
        dossiers.Texts(".groups [aria-current=true]").ShouldBe(["Le journal"]);
        dossiers.Texts(".siblings [aria-current=page]").ShouldBe(["Dossiers"]);
        dossiers.Texts(".menu [aria-current=page]").ShouldBe(["Dossiers"]);

        var made = await ines.GetAsync("/redaction/articles/nouveau");
        made.Texts(".siblings [aria-current=true]").ShouldBe(["Articles"]);
        made.Has("header [aria-current=page]").ShouldBeFalse();

        var desk = await ines.GetAsync("/redaction");
        desk.Texts(".groups [aria-current=page]").ShouldBe(["Ma table"]);
        desk.Has(".siblings").ShouldBeFalse();
    }
}
