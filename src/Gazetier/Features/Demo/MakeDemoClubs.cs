using Gazetier.Data;
using Gazetier.Features.Clubs;
using Gazetier.Features.Clubs.Questions;
using Gazetier.Features.Newspaper;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>The clubs of the demonstration, and a menu that leads to them.</summary>
public class MakeDemoClubs(GazetierDb db)
{
    /// <summary>After the articles and the accounts, in the same transaction.</summary>
    public async Task RunAsync(DemoNewspaper newspaper, DateTime now, CancellationToken cancel)
    {
        var sections = await db.Sections.ToDictionaryAsync(s => s.Slug, StringComparer.Ordinal, cancel);
        var authors = await db.Authors.ToDictionaryAsync(a => a.Slug, a => a.Id, StringComparer.Ordinal, cancel);
        var accounts = await db.Accounts.ToDictionaryAsync(a => a.Email!, a => a.Id, StringComparer.Ordinal, cancel);
        var numbers = await db.Articles.ToDictionaryAsync(a => a.ImportKey ?? a.Slug, a => a.Id, StringComparer.Ordinal, cancel);
        foreach (var (index, demo) in newspaper.Clubs.Index())
        {
            var id = sections[demo.Slug].Id;
            db.Add(new Club
            {
                SectionId = id,
                Position = index + 1,
                Colour = demo.Colour,
                Motto = demo.Motto,
                Welcome = demo.Welcome,
                ProductNumber = demo.Product,
                OpenedAt = now.AddMonths(-6),
                Topics = [.. demo.Topics.Select((topic, at) => new ClubTopic { Position = at + 1, Label = topic.Key, Path = topic.Value })],
                Team = [.. demo.Team.Select((person, at) => new ClubPerson { AuthorId = authors[person.Author], Position = at + 1, Role = person.Role, IsExpert = person.Expert })],
                Pins = [.. demo.Pins.Select((article, at) => new ClubPin { ArticleId = numbers[MakeDemoArticles.KeyOf(article)], Position = at + 1 })],
            });
            db.AddRange(demo.Members.Select(m => new ClubMember { ClubId = id, AccountId = accounts[m.Email], Name = m.Name, Function = m.Function, Organisation = m.Organisation, About = m.About, ListedAt = now.AddMonths(-2) }));
            db.AddRange(demo.Questions.Select((q, at) => new ClubQuestion
            {
                ClubId = id,
                AccountId = accounts[q.From],
                AskedAt = now.AddDays(-9 + (6 * at)),
                Subject = q.Subject,
                Text = q.Text,
                ArticleId = q.Answer is { } answer ? numbers[MakeDemoArticles.KeyOf(answer)] : null,
                State = q.Answer is null ? QuestionState.Waiting : QuestionState.Answered,
                EndedAt = q.Answer is null ? null : now.AddDays(-1),
            }));
        }

        AddMenu(newspaper, sections.ToDictionary(s => s.Key, s => s.Value.Id, StringComparer.Ordinal));
    }

    /// <summary>Clubs are sections at the top of the tree: without a menu of its own the head would carry each of them.</summary>
    private void AddMenu(DemoNewspaper newspaper, Dictionary<string, Guid> sections)
    {
        var clubs = newspaper.Clubs.ConvertAll(club => club.Slug);
        var top = newspaper.Sections.Where(s => s.Parent is null && !clubs.Contains(s.Slug)).ToList();
        db.AddRange(top.Select((section, at) => new MenuEntry { Place = MenuPlace.Head, Position = at + 1, SectionId = sections[section.Slug] }));
        db.Add(new MenuEntry { Place = MenuPlace.Head, Position = top.Count + 1, Label = "Clubs", Path = ClubAddress.All });
    }
}
