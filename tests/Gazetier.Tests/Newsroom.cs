using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Authors;
using Gazetier.Features.Dossiers;
using Gazetier.Features.Exams;
using Gazetier.Features.FrontPages;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Magazine;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Features.Partners;
using Gazetier.Features.Pictures;
using Gazetier.Features.Quizzes;
using Gazetier.Features.Sections;
using Gazetier.Features.Staff;
using Gazetier.Features.Subscriptions;
using Gazetier.Features.Themes;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Tests;

/// <summary>
/// The cast: one small newspaper, <i>Le Courrier</i>, that all tests share. Camille subscribes, Noé's subscription has
/// ended, Lou has a free account, Inès is editor-in-chief, Paul and Basile are journalists, Agathe reads over, Odile is the
/// administrator, Rose looks after the section "Juridique", Dora answers subscribers.
/// </summary>
public static class Newsroom
{
    /// <summary>Monday 23 November 2026, 5:30 in the morning in Paris.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 4, 30, 0, TimeSpan.Zero);

    public static readonly Guid Camille = Guid.Parse("01900000-0000-7000-8000-000000000001");
    public static readonly Guid Noe = Guid.Parse("01900000-0000-7000-8000-000000000002");
    public static readonly Guid Lou = Guid.Parse("01900000-0000-7000-8000-000000000003");
    /// <summary>A draft: readers see nothing of it.</summary>
    public static readonly Guid TomorrowsFrontPage = Guid.Parse("01900000-0000-7000-8000-00000000f002");

    public static readonly Guid Ines = Guid.Parse("01900000-0000-7000-8000-000000000004");
    public static readonly Guid Paul = Guid.Parse("01900000-0000-7000-8000-000000000005");
    public static readonly Guid Agathe = Guid.Parse("01900000-0000-7000-8000-000000000006");
    public static readonly Guid Odile = Guid.Parse("01900000-0000-7000-8000-000000000007");
    public static readonly Guid Rose = Guid.Parse("01900000-0000-7000-8000-000000000008");
    public static readonly Guid Dora = Guid.Parse("01900000-0000-7000-8000-000000000009");
    public static readonly Guid Basile = Guid.Parse("01900000-0000-7000-8000-00000000000a");

    public static readonly Section News = new() { Slug = "actualite", Name = "Actualité", Position = 1 };
    public static readonly Section France = new() { Slug = "france", Name = "France", ParentId = News.Id, Position = 1 };
    public static readonly Section Law = new() { Slug = "juridique", Name = "Juridique", Position = 2 };
    public static readonly Theme Water = new() { Slug = "eau", Name = "Eau", Description = "Du captage au robinet." };
    public static readonly Theme Digital = new() { Slug = "numerique", Name = "Numérique" };
    public static readonly Dossier SharingWater = new() { Slug = "partage-de-l-eau", Title = "Le partage de l’eau", Introduction = "Qui boit, qui arrose, qui paie." };
    public static readonly Author Claire = new() { Slug = "claire-vasseur", Name = "Claire Vasseur", Function = "journaliste" };
    public static readonly Author Guest = new() { Slug = "yann-morel", Name = "Yann Morel", Function = "maire de Valmorel", IsGuest = true };

    public static readonly LegalText Decree = NewDecree();
    public static readonly Quiz LocalBudget = new() { Slug = "le-budget-communal", Title = "Le budget communal", Written = "? Qui le vote ?\n+ Le conseil\n- Le maire\n> Le maire le prépare.\n", AppearedAt = Now.UtcDateTime.AddDays(-1) };
    public static readonly ExamPath Preparation = new() { Slug = "devenir-redacteur", Title = "Devenir rédacteur", AppearedAt = Now.UtcDateTime.AddDays(-1) };
    public static readonly Exam DraftersExam = new() { Slug = "redacteur", Name = "Rédacteur territorial", HeldOn = new DateOnly(2027, 3, 4), RegistrationUntil = new DateOnly(2026, 12, 1) };

    /// <summary>The number of the magazine's issue, for subscribers: page 2 is <see cref="Locked"/>, page 3 <see cref="Free"/>, page 4 was in print only.</summary>
    public const int Printed = 1;

    /// <summary>Words that stand nowhere but on page 4 of <see cref="Printed"/>.</summary>
    public const string PrintSecret = "vélocipède palimpseste carminatif";

    /// <summary>Free to all.</summary>
    public const long Free = 1;

    /// <summary>Asks for a free account.</summary>
    public const long ForRegistered = 2;

    /// <summary>Asks for a subscription; its withheld part holds the words of <see cref="Secret"/>.</summary>
    public const long Locked = 3;
    public const long Draft = 4;
    public const long Withdrawn = 5;

    /// <summary>Published in two hours.</summary>
    public const long Scheduled = 6;

    /// <summary>Words that stand nowhere but in the withheld part of <see cref="Locked"/>.</summary>
    public const string Secret = "héliotrope zibeline quetsche";

    public static string LockedBody { get; } =
        "<p>La nappe a perdu deux mètres en un an. Le syndicat a coupé deux forages sur trois.</p>"
        + "<p>Les élus se sont réunis mardi soir à la salle des fêtes. Ils ont voté une tarification par saison.</p>"
        + "<h2>Un vote sans précédent</h2>"
        + $"<p>Le mot de passe du maire était {Secret}, a raconté son adjoint en riant au sortir de la séance. Personne ne s’en est ému.</p>"
        + string.Concat(Enumerable.Range(1, 12).Select(n => $"<p>Paragraphe {n} de la partie réservée, avec assez de mots pour que la part retenue soit grande et honnête.</p>"))
        + "<h2>Ce que dit le code</h2><p>L’article L. 2224-12-4 du code général des collectivités territoriales encadre la facture.</p>";

    public static async Task FillAsync(GazetierDb db)
    {
        var now = Now.UtcDateTime;
        db.Add(new Imprint { Name = "Le Courrier", Tagline = "Le journal des communes", ContactEmail = "contact@courrier.example" });
        db.AddRange(News, France, Law, Water, Digital, SharingWater, Claire, Guest);
        db.Add(new Offer { Slug = "individuel", Name = "Individuel", Audience = "Pour un lecteur", PriceCents = 19900, TermMonths = 12, Position = 1 });
        var picture = new Picture
        {
            Key = "00000000000000000000000000000001",
            Credit = "Dessin : Le Courrier",
            AlternativeText = "Un château d’eau dans la brume",
            Width = 1600,
            Height = 900,
            CreatedAt = now,
        };
        db.Add(picture);
        db.AddRange(
            NewArticle(Free, "L’eau devient plus chère", Requirement.None, now.AddHours(-30), "<p>Le prix du mètre cube augmente de 4 %. Les communes expliquent.</p><h2>Pourquoi</h2><p>Les réseaux sont vieux.</p>"),
            NewArticle(ForRegistered, "Un serveur pour quatorze communes", Requirement.Registration, now.AddHours(-20), LongBody("serveur")),
            NewArticle(Locked, "Le syndicat coupe deux forages", Requirement.Subscription, now.AddHours(-2), LockedBody, picture),
            NewArticle(Draft, "Brouillon", Requirement.None, null, "<p>Pas encore.</p>"),
            NewArticle(Withdrawn, "Article retiré", Requirement.None, now.AddDays(-9), "<p>Retiré.</p>"),
            NewArticle(Scheduled, "Pour huit heures", Requirement.None, now.AddHours(2), "<p>Ce matin.</p>"));
        db.Add(new Arrangement { Id = TomorrowsFrontPage, Name = "La une de demain", SavedAt = now, SavedByName = "Inès", Pins = [new Pin { ArticleId = Scheduled, Place = FrontPagePlace.Lead, Position = 1 }] });
        // Anew each time: rows that a context keeps would be another newspaper's.
        db.Add(NewDecree());
        db.Add(new Quiz { Id = LocalBudget.Id, Slug = LocalBudget.Slug, Title = LocalBudget.Title, Written = LocalBudget.Written, AppearedAt = LocalBudget.AppearedAt });
        db.Add(new Insertion
        {
            Partner = "Mutuelle des Bourgs",
            Title = "Vos agents sont-ils couverts ?",
            Link = "/abonnement/",
            LeadEmail = "conseil@mutuelle.example",
            Place = SlotPlace.BesideArticle,
            SectionId = Law.Id,
            From = now.AddDays(-1),
            Until = now.AddDays(60),
        });
        db.Add(new ExamPath { Id = Preparation.Id, Slug = Preparation.Slug, Title = Preparation.Title, AppearedAt = Preparation.AppearedAt });
        db.Add(new Exam { Id = DraftersExam.Id, Slug = DraftersExam.Slug, Name = DraftersExam.Name, HeldOn = DraftersExam.HeldOn, RegistrationUntil = DraftersExam.RegistrationUntil });
        db.Add(NewPrintIssue(now));
        AddAccounts(db, now);
        await db.SaveChangesAsync();
        if (db is PostgresDb)
        {
            // The cast's articles came with their numbers: the database must count on from there.
            await db.Database.ExecuteSqlRawAsync("SELECT setval(pg_get_serial_sequence('\"Articles\"', 'Id'), (SELECT MAX(\"Id\") FROM \"Articles\"))");
        }
    }

    private static void AddAccounts(GazetierDb db, DateTime now)
    {
        db.AddRange(
            NewAccount(Camille, "camille@example.org", "Camille"),
            NewAccount(Noe, "noe@example.org", "Noé"),
            NewAccount(Lou, "lou@example.org", "Lou"),
            NewAccount(Ines, "ines@example.org", "Inès", StaffRole.EditorInChief),
            NewAccount(Paul, "paul@example.org", "Paul", StaffRole.Journalist),
            NewAccount(Agathe, "agathe@example.org", "Agathe", StaffRole.SubEditor),
            NewAccount(Odile, "odile@example.org", "Odile", StaffRole.Administrator),
            NewAccount(Rose, "rose@example.org", "Rose", StaffRole.SectionEditor),
            NewAccount(Dora, "dora@example.org", "Dora", StaffRole.SubscriptionDesk),
            NewAccount(Basile, "basile@example.org", "Basile", StaffRole.Journalist));
        db.Add(new StaffSection { AccountId = Rose, SectionId = Law.Id });
        db.AddRange(
            new Subscription { AccountId = Camille, From = now.AddMonths(-3), Until = now.AddMonths(9), Origin = "Formule Individuelle" },
            new Subscription { AccountId = Noe, From = now.AddMonths(-13), Until = now.AddDays(-20), Origin = "Formule Individuelle" });
    }

    private static LegalText NewDecree()
    {
        var text = new LegalText
        {
            Id = Guid.Parse("01900000-0000-7000-8000-00000000f100"),
            Slug = "decret-de-la-distribution",
            Title = "Décret relatif à la distribution",
            Nature = "Décret",
            Number = "2025-77",
            SignedOn = new DateOnly(2025, 7, 14),
            AppearedAt = Now.UtcDateTime.AddDays(-30),
        };
        text.Name();
        return text;
    }

    private static PrintIssue NewPrintIssue(DateTime now) => new()
    {
        Number = Printed,
        Title = "Qui ouvre les vannes ?",
        Summary = "Le partage de l’eau, sur quatre pages.",
        DatedOn = new DateOnly(2026, 11, 19),
        Pages = 5,
        PublishedAt = now.AddDays(-4),
        ChangedAt = now.AddDays(-4),
        Entries =
        [
            new PrintEntry { Position = 0, Folio = 2, Heading = "Eau", Title = "Le syndicat coupe deux forages", ArticleId = Locked },
            new PrintEntry { Position = 1, Folio = 3, Heading = "Eau", Title = "L’eau devient plus chère", ArticleId = Free },
            new PrintEntry { Position = 2, Folio = 4, Heading = "Courrier", Title = "Une lettre de Valmorel" },
        ],
        Written = [new PrintPage { Folio = 4, Text = $"Le facteur a perdu **la sacoche**. Il s’agit de {PrintSecret}, écrit-il.\n\n<script>alert(1)</script>", Words = 12 }],
    };

    private static string LongBody(string word) =>
        string.Concat(Enumerable.Range(1, 15).Select(n => $"<p>Le {word} numéro {n} fonctionne jour et nuit. Les agents s’en félicitent et les élus aussi.</p>"));

    private static Article NewArticle(long id, string headline, Requirement access, DateTime? at, string body, Picture? picture = null) => new()
    {
        Id = id,
        Slug = id switch { Locked => "le-syndicat-coupe-deux-forages", Free => "l-eau-devient-plus-chere", _ => $"article-{id}" },
        Headline = headline,
        Kicker = id == Locked ? "[Enquête] Eau" : null,
        Standfirst = $"Chapô de l’article {id}.",
        Body = body,
        Words = 100,
        Access = access,
        Status = id == Draft ? ArticleStatus.Draft : id == Withdrawn ? ArticleStatus.Withdrawn : ArticleStatus.Published,
        PublishedAt = at,
        MainSectionId = id == Locked ? France.Id : News.Id,
        OtherSections = id == Locked ? [Law] : [],
        Themes = id == ForRegistered ? [Digital] : [Water],
        Bylines = [new Byline { AuthorId = id == Free ? Guest.Id : Claire.Id, Position = 1 }],
        DossierParts = id is Locked or Free ? [new DossierPart { DossierId = SharingWater.Id, Position = id == Free ? 1 : 2 }] : [],
        LeadPictureId = picture?.Id,
        LeadCaption = picture is null ? null : "Le réservoir, mardi.",
    };

    private static Account NewAccount(Guid id, string email, string name, StaffRole? role = null) => new()
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
        CreatedAt = Now.UtcDateTime.AddYears(-1),
    };
}
