using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;
using Gazetier.Web;

namespace Gazetier.Tests.Features.Planning;

/// <summary>People of the newsroom, and what they have in hand.</summary>
internal static class WritersDesk
{
    public static readonly Guid Paul = Guid.Parse("01900000-0000-7000-8000-0000000000b1");
    public static readonly Guid Sofia = Guid.Parse("01900000-0000-7000-8000-0000000000b2");

    private static readonly SignedIn Ines = new(Newsroom.Ines, Guid.Empty, "Inès", StaffRole.EditorInChief, Language.French, null, null, true);

    /// <summary>Paul writes, Sofia reads over.</summary>
    public static Task HireAsync(this Site site) => site.DoAsync(async db =>
    {
        foreach (var (id, name, role) in new[] { (Paul, "Paul", StaffRole.Journalist), (Sofia, "Sofia", StaffRole.SubEditor) })
        {
            var email = name.ToLowerInvariant() + "@courrier.example";
            db.Add(new Account
            {
                Id = id,
                Email = email,
                UserName = email,
                NormalizedEmail = email.ToUpperInvariant(),
                NormalizedUserName = email.ToUpperInvariant(),
                EmailConfirmed = true,
                DisplayName = name,
                Role = role,
                SecurityStamp = "x",
                CreatedAt = site.Now,
            });
        }

        await db.SaveChangesAsync();
    });

    /// <summary>Inès orders an article.</summary>
    public static Task<long> OrderAsync(
        this Site site, string headline, Guid? writer = null, DateTime? due = null, DateTime? embargo = null, Guid? section = null, string body = "<p>Un texte court.</p>",
        Requirement access = Requirement.None) => site.WithAsync<BeginManuscript, long>(begin => begin.RunAsync(
            new Content { Headline = headline, Body = body, MainSection = section ?? Newsroom.News.Id, Access = access, Themes = [Newsroom.Water.Id] },
            new Order(writer, due, 400, "", embargo),
            Ines,
            CancellationToken.None));

    public static Task<bool> MoveAsync(this Site site, long id, Stage to) =>
        site.WithAsync<MoveManuscript, bool>(move => move.RunAsync(id, to, Ines, CancellationToken.None));

    /// <summary>Inès publishes its newest revision.</summary>
    /// <param name="at">UTC; null: now.</param>
    public static Task<PublishOutcome> PublishAsync(this Site site, long id, DateTime? at = null, DateTime? freeAt = null) =>
        site.WithAsync<PublishArticle, PublishOutcome>(async publish =>
        {
            var newest = await site.DoAsync(async db => (await db.Manuscripts.FindAsync(id))?.Newest ?? 1);
            return await publish.RunAsync(id, new Publication(new StartingPoint(newest), at, FreeAt: freeAt), Ines, CancellationToken.None);
        });
}
