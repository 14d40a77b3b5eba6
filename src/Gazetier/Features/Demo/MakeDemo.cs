using System.Globalization;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Features.Digests;
using Gazetier.Features.Follows;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Features.Staff;
using Gazetier.Features.Subscriptions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>Makes the demonstration newspaper in an empty database: articles of today, drawings, accounts.</summary>
public class MakeDemo(
    GazetierDb db,
    MakeDemoArticles articles,
    MakeDemoManuscripts manuscripts,
    MakeDemoFigures figures,
    MakeDemoRobots robots,
    MakeDemoSales sales,
    MakeDemoOrganisations organisations,
    MakeDemoNewsletters newsletters,
    MakeDemoClubs clubs,
    MakeDemoAgenda agenda,
    MakeDemoPartners partners,
    MakeDemoAnnouncements announcements,
    MakeDemoMagazine magazine,
    MakeDemoConversation conversation,
    MakeDemoDocuments documents,
    UserManager<Account> accounts,
    Seal seal,
    TimeProvider clock)
{
    /// <summary>Whether nothing was ever published or registered here.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancel) =>
        !await db.Articles.AnyAsync(cancel) && !await db.Accounts.AnyAsync(cancel) && !await db.Imprint.AnyAsync(cancel);

    /// <summary>Returns how many articles were made. Everything is kept, or nothing.</summary>
    /// <exception cref="InvalidOperationException">The newspaper is not empty.</exception>
    public async Task<int> RunAsync(IProgress<int>? progress, CancellationToken cancel)
    {
        if (!await IsEmptyAsync(cancel))
        {
            throw new InvalidOperationException("Il y a déjà un journal dans ce dossier de données : la démonstration n’y touche pas.");
        }

        var newspaper = DemoFiles.Newspaper();
        await articles.KeepPicturesAsync(newspaper, cancel);
        await magazine.PrepareAsync(newspaper.Imprint["name"], clock.GetUtcNow().UtcDateTime, cancel);
        await seal.PrepareAsync(cancel);
        return await db.InTransactionAsync(
            async token =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                AddImprint(newspaper);
                await sales.RunAsync(newspaper, now, token);
                var made = await articles.RunAsync(newspaper, now, progress, token);
                await documents.RunAsync(now, token);
                await AddAccountsAsync(newspaper, now, token);
                await organisations.RunAsync(newspaper, now, token);
                await newsletters.RunAsync(newspaper, now, token);
                await clubs.RunAsync(newspaper, now, token);
                await agenda.RunAsync(newspaper, now, token);
                await partners.RunAsync(newspaper, now, token);
                await announcements.RunAsync(now, token);
                await magazine.RunAsync(token);
                await conversation.RunAsync(now, token);
                await manuscripts.RunAsync(now, token);
                await figures.RunAsync(DemoClock.Day(now), token);
                await robots.RunAsync(DemoClock.Day(now), now, token);
                db.Append(now, "demo.made", ChangeLog.Everything);
                return made;
            },
            cancel);
    }

    /// <summary>The accounts of the demonstration that still exist, for the greeting of <c>./run</c>.</summary>
    public async Task<IReadOnlyList<DemoAccount>> AccountsAsync(CancellationToken cancel)
    {
        var known = await db.Accounts.Select(a => a.Email).ToListAsync(cancel);
        return [.. DemoFiles.Newspaper().Accounts.Where(a => known.Contains(a.Email))];
    }

    private void AddImprint(DemoNewspaper newspaper)
    {
        var imprint = new Imprint();
        foreach (var (name, value) in newspaper.Imprint)
        {
            var property = typeof(Imprint).GetProperty(char.ToUpperInvariant(name[0]) + name[1..])
                ?? throw new InvalidOperationException($"demo/newspaper.yaml: the imprint has no '{name}'.");
            property.SetValue(imprint, property.PropertyType == typeof(DateOnly?) ? DateOnly.Parse(value, CultureInfo.InvariantCulture) : value);
        }

        db.Add(imprint);
    }

    private async Task AddAccountsAsync(DemoNewspaper newspaper, DateTime now, CancellationToken cancel)
    {
        foreach (var demo in newspaper.Accounts)
        {
            var account = new Account
            {
                Email = demo.Email,
                UserName = demo.Email,
                EmailConfirmed = true,
                DisplayName = demo.Name,
                Role = demo.Role is null ? null : Enum.Parse<StaffRole>(demo.Role),
                CreatedAt = now,
            };
            var result = await accounts.CreateAsync(account, demo.Password);
            if (!result.Succeeded)
            {
                throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
            }

            AddRights(demo, account, now);
            await AddStaffAsync(demo, account, now, cancel);
            await AddFollowsAsync(demo, account, now);
        }
    }

    private void AddRights(DemoAccount demo, Account account, DateTime now)
    {
        if (demo.Subscribed is { } origin)
        {
            db.Add(new Subscription { AccountId = account.Id, Products = ProductSet.Of(demo.Products), From = now, Until = now.AddYears(1), Origin = origin });
        }
    }

    /// <summary>Staff and stewards prove themselves twice: a secret of its own for each, whose codes /dev/mail shows to who sits at the machine.</summary>
    private async Task AddStaffAsync(DemoAccount demo, Account account, DateTime now, CancellationToken cancel)
    {
        if (account.Role is null && demo.Steward.Count == 0)
        {
            return;
        }

        var closed = await seal.CloseAsync(SecretLetters.Of(TimeCode.NewSecret()), Authenticator.Purpose(account.Id), cancel);
        db.Add(new Authenticator { AccountId = account.Id, ClosedSecret = closed, CreatedAt = now, IsDemonstration = true });
        var sections = await db.Sections.Where(s => demo.Sections.Contains(s.Slug)).Select(s => s.Id).ToListAsync(cancel);
        db.AddRange(sections.Select(id => new StaffSection { AccountId = account.Id, SectionId = id }));
    }

    private async Task AddFollowsAsync(DemoAccount demo, Account account, DateTime now)
    {
        if (demo.Themes.Count == 0)
        {
            return;
        }

        var themes = await db.Themes.Where(t => demo.Themes.Contains(t.Slug)).Select(t => t.Id).ToListAsync();
        db.AddRange(themes.Select(id => new Follow { AccountId = account.Id, Kind = FollowKind.Theme, SubjectId = id, CreatedAt = now }));
        db.Add(new DigestRhythm { AccountId = account.Id, Hour = 7, ReadUntil = now.AddDays(-1), NextDueAt = now });
    }
}
