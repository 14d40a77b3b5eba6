using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs.Newsroom;

/// <summary>What the page of a club asks. Rows that are left empty are left out.</summary>
public sealed class ClubForm
{
    public const int MostTopics = 8;
    public const int MostPersons = 8;
    public const int MostPins = 4;

    [FromForm(Name = "devise")]
    public string? Motto { get; set; }

    [FromForm(Name = "accueil")]
    public string? Welcome { get; set; }

    [FromForm(Name = "couleur")]
    public string? Colour { get; set; }

    [FromForm(Name = "produit")]
    public int? Product { get; set; }

    [FromForm(Name = "lettre")]
    public Guid? Newsletter { get; set; }

    [FromForm(Name = "place")]
    public int? Position { get; set; }

    [FromForm(Name = "ouvert")]
    public bool IsOpen { get; set; }

    /// <summary>Numbers or addresses of articles.</summary>
    [FromForm(Name = "une")]
    public List<string?> Pins { get; set; } = [];

    [FromForm(Name = "sujets")]
    public List<TopicLine> Topics { get; set; } = [];

    [FromForm(Name = "equipe")]
    public List<PersonLine> Team { get; set; } = [];

    public static ClubForm Of(Club club) => new ClubForm
    {
        Motto = club.Motto,
        Welcome = club.Welcome,
        Colour = club.Colour,
        Product = club.ProductNumber,
        Newsletter = club.NewsletterId,
        Position = club.Position,
        IsOpen = club.OpenedAt is not null,
        Pins = [.. club.Pins.OrderBy(p => p.Position).Select(p => p.ArticleId.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        Topics = [.. club.Topics.OrderBy(t => t.Position).Select(topic => new TopicLine { Label = topic.Label, Path = topic.Path })],
        Team = [.. club.Team.OrderBy(p => p.Position).Select(p => new PersonLine { Author = p.AuthorId, Role = p.Role, IsExpert = p.IsExpert })],
    };

    /// <summary>So many rows that there is room for more.</summary>
    public ClubForm WithRoom()
    {
        Pins.AddRange(Enumerable.Repeat<string?>(null, Math.Max(0, MostPins - Pins.Count)));
        Topics.AddRange(Enumerable.Range(0, Math.Max(0, Math.Min(2, MostTopics - Topics.Count))).Select(_ => new TopicLine()));
        Team.AddRange(Enumerable.Range(0, Math.Max(0, Math.Min(2, MostPersons - Team.Count))).Select(_ => new PersonLine()));
        return this;
    }

    /// <summary>Says in <paramref name="state"/> what is wrong.</summary>
    /// <returns>Numbers of the articles that are held, in their order.</returns>
    public async Task<IReadOnlyList<long>> CheckAsync(GazetierDb db, ModelStateDictionary state, Phrases t, CancellationToken cancel)
    {
        Limit("devise", Motto, Club.MaxMotto);
        Limit("accueil", Welcome, Club.MaxWelcome);
        if (Accent.Parse(Printable.Line(Colour ?? "")) is not { } colour)
        {
            state.AddModelError("couleur", t["Écrivez une couleur comme #a3241b."]);
        }
        else if (colour.ContrastWith(Accent.Paper) < Accent.Readable)
        {
            state.AddModelError("couleur", t["Cette couleur est trop claire pour se lire sur le papier : {0}, il faut {1}.", colour.ContrastWith(Accent.Paper).ToString("0.0", t.Culture), Accent.Readable.ToString("0.0", t.Culture)]);
        }

        CheckTopics(state, t);
        foreach (var (index, person) in Team.Index())
        {
            Limit($"equipe[{index}].role", person.Role, ClubPerson.MaxRole);
        }

        return await CheckPinsAsync(db, state, t, cancel);

        void Limit(string field, string? text, int longest) => state.Limit(field, text, longest, t);
    }

    public void CopyTo(Club club, IReadOnlyList<long> pins, DateTime now)
    {
        (club.Motto, club.Welcome, club.Colour) = (Printable.Line(Motto ?? ""), Printable.Only(Welcome ?? "").Trim(), Accent.Parse(Printable.Line(Colour!))!.Value.ToString());
        (club.ProductNumber, club.NewsletterId, club.Position) = (Product, Newsletter, Math.Clamp(Position ?? club.Position, 1, 99));
        club.OpenedAt = IsOpen ? club.OpenedAt ?? now : null;
        club.Topics = [.. Topics.Where(line => !line.IsEmpty).Take(MostTopics).Select((line, at) => new ClubTopic { Position = at + 1, Label = Printable.Line(line.Label!), Path = LocalPath.Or(line.Path!.Trim(), "/") })];
        club.Team = [.. Team.Where(line => line.Author is not null).DistinctBy(line => line.Author).Take(MostPersons).Select((line, at) => new ClubPerson { AuthorId = line.Author!.Value, Position = at + 1, Role = Printable.Line(line.Role ?? ""), IsExpert = line.IsExpert })];
        club.Pins = [.. pins.Select((article, at) => new ClubPin { ArticleId = article, Position = at + 1 })];
    }

    private void CheckTopics(ModelStateDictionary state, Phrases t)
    {
        foreach (var (index, line) in Topics.Index().Where(row => !row.Item.IsEmpty))
        {
            if (Printable.Line(line.Label ?? "").Length is 0 or > ClubTopic.MaxLabel)
            {
                state.AddModelError($"sujets[{index}].nom", t["Donnez un nom, de {0} signes au plus.", ClubTopic.MaxLabel]);
            }

            if (line.Path?.Length > ClubTopic.MaxPath || LocalPath.Or(line.Path?.Trim(), "").Length == 0)
            {
                state.AddModelError($"sujets[{index}].chemin", t["Écrivez un chemin du site, qui commence par une barre : /themes/eau/."]);
            }
        }
    }

    private async Task<IReadOnlyList<long>> CheckPinsAsync(GazetierDb db, ModelStateDictionary state, Phrases t, CancellationToken cancel)
    {
        var pins = new List<long>();
        foreach (var (index, written) in Pins.Index().Where(row => !string.IsNullOrWhiteSpace(row.Item)).Take(MostPins))
        {
            if (ArticleAddress.NumberIn(written!) is not { } number || !await db.Articles.AnyAsync(a => a.Id == number && a.Status != ArticleStatus.Withdrawn, cancel))
            {
                state.AddModelError($"une[{index}]", t["Cet article n’est pas dans le journal : recopiez son adresse, telle que le navigateur la montre."]);
            }
            else if (!pins.Contains(number))
            {
                pins.Add(number);
            }
        }

        return pins;
    }

    /// <summary>A row of the strip.</summary>
    public sealed class TopicLine
    {
        [FromForm(Name = "nom")]
        public string? Label { get; set; }

        [FromForm(Name = "chemin")]
        public string? Path { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Label) && string.IsNullOrWhiteSpace(Path);
    }

    /// <summary>A row of the team.</summary>
    public sealed class PersonLine
    {
        [FromForm(Name = "auteur")]
        public Guid? Author { get; set; }

        [FromForm(Name = "role")]
        public string? Role { get; set; }

        [FromForm(Name = "expert")]
        public bool IsExpert { get; set; }
    }
}
