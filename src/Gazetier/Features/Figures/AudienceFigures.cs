using System.Globalization;
using Gazetier.Locales;

namespace Gazetier.Features.Figures;

/// <summary>Makes of an audience what the newsroom sees: charts, each with its table.</summary>
public class AudienceFigures(Phrases t)
{
    /// <summary>Views by day and class of readers, with the days before as a line.</summary>
    public Figure Days(Audience now, Audience before)
    {
        var days = now.Period.Each().ToList();
        var earlier = now.Period.Before.Each().Select(before.ViewsOn).ToList();
        var parts = Audience.Classes.Select(reader => (IReadOnlyList<long>)[.. days.Select(day => now.ViewsOn(day, reader))]).ToList();
        string[] classes = [t["Visiteurs"], t["Inscrits"], t["Abonnés"]];
        var title = t["Vues d’articles par jour"];
        var best = days.MaxBy(now.ViewsOn);
        var said = t["{0:N0} vues, au plus {1:N0} le {2}.", now.Views, now.ViewsOn(best), Day(best)];
        return new Figure("jours", title, [t["Jour"], .. classes, t["Total"], t["Arrêts au mur"], t["Période d’avant"]], now.IsEmpty ? [] : [.. days.Select((day, i) =>
            new FigureLine(Day(day), [.. parts.Select(part => part[i]), now.ViewsOn(day), now.On(day, ReadStep.Stopped), earlier[i]])
            {
                ForSpreadsheet = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            })])
        {
            Chart = days.Count == 1 || now.IsEmpty ? null : ChartDrawing.Columns("jours", title, said, [.. days.Select(ShortDay)], parts, earlier, t.Culture),
            Legend = [.. classes, t["Période d’avant"]],
            Note = t.Plural(now.Of(ReadStep.Robot), "S’y ajoute {0} lecture par un robot.", "S’y ajoutent {0:N0} lectures par des robots."),
            Nothing = t["Aucune lecture n’a été comptée ces jours-là."],
        };
    }

    /// <summary>How far articles are read: whole ones, and the open part of those with a wall.</summary>
    public Figure Depth(Audience now)
    {
        var title = t["Jusqu’où on lit"];
        var (whole, open) = (now.Of(ReadStep.Read), now.Of(ReadStep.Stopped));
        var lines = new List<FigureLine> { new(t["Article ouvert"], [whole, open]) };
        string[] labels = [t["Un quart"], t["La moitié"], t["Les trois quarts"], t["Jusqu’au bout"]];
        lines.AddRange(labels.Zip(ReadingReport.Quarters, (label, quarter) =>
            new FigureLine(label, [now.Reached(ReadStep.Depth, quarter), now.Reached(ReadStep.DepthToWall, quarter)])));
        var isEmpty = lines.Skip(1).All(line => line.Cells.All(number => number == 0));
        return new Figure("profondeur", title, [t["Jusqu’où"], t["Articles entiers"], t["Début d’articles réservés"]], isEmpty ? [] : lines)
        {
            Chart = isEmpty ? null : Bars("profondeur", title, lines, whole),
            Note = t["La barre montre les articles donnés en entier. Sans JavaScript, la vue est comptée et la suite ne l’est pas."],
            Nothing = t["Personne n’a encore lu assez loin, ou sans JavaScript."],
        };
    }

    public Figure Time(Audience now)
    {
        var title = t["Combien de temps"];
        string[] labels = [t["Moins de 10 secondes"], t["10 à 30 secondes"], t["30 secondes à 1 minute"], t["1 à 3 minutes"], t["Plus de 3 minutes"]];
        return Shares("temps", title, t["Durée"], t["Lectures"], [.. labels.Zip(ReadingReport.Times, (label, time) => (label, now.Of(ReadStep.Time, time)))]);
    }

    /// <summary>Where the wall was met, and what readers did there.</summary>
    public Figure Wall(Audience now)
    {
        var title = t["Le mur, et la suite"];
        FigureLine[] lines =
        [
            new(t["Arrêts au mur"], [now.Stopped]),
            new(t["Formules ouvertes"], [now.Of(ReadStep.Offers)]),
            new(t["Connexions"], [now.Of(ReadStep.SignedIn)]),
            new(t["Inscriptions demandées"], [now.Of(ReadStep.Asked)]),
            new(t["Inscriptions confirmées"], [now.Of(ReadStep.Confirmed)]),
        ];
        return new Figure("mur", title, [t["Ce que l’on fait"], t["Nombre"]], now.Stopped == 0 ? [] : lines)
        {
            Chart = now.Stopped == 0 ? null : Bars("mur", title, lines, now.Stopped),
            Note = t["Les pourcentages sont ceux des arrêts au mur. Une inscription peut être confirmée un autre jour que celui où elle est demandée."],
            Nothing = t["Personne n’a rencontré le mur."],
        };
    }

    public Figure Origins(Audience now)
    {
        string[] labels = [t["Directement"], t["Une autre page du journal"], t["Moteur de recherche"], t["Réseau social"], t["Messagerie"], t["Autre site"]];
        return Shares("origine", t["D’où l’on vient"], t["Origine"], t["Vues"], [.. labels.Zip(Enum.GetValues<ReferrerKind>(), (label, kind) => (label, now.Of(ReadStep.From, kind.Name())))]);
    }

    /// <summary>Sites by name; nothing to show where no site sent enough readers.</summary>
    public Figure Hosts(IReadOnlyList<(string Host, long Number)> hosts) =>
        new("sites", t["Autres sites"], [t["Site"], t["Vues"]], [.. hosts.Select(host => new FigureLine(host.Host, [host.Number]))])
        {
            Note = t["Un site d’où sont venues moins de dix vues n’est pas nommé."],
            Nothing = t["Aucun site n’a amené dix vues."],
        };

    public Figure Articles(IReadOnlyList<ArticleSum> articles, string title, string query) =>
        Stops("articles", title, t["Article"], articles.Select(a => (a.Headline, $"/redaction/chiffres/articles/{a.Id.ToString(CultureInfo.InvariantCulture)}{query}", a.Views, a.Stopped)));

    /// <summary>A table of what was read and how often the wall stood before it.</summary>
    public Figure Stops(string name, string title, string head, IEnumerable<(string Label, string Path, long Views, long Stopped)> lines) =>
        new(name, title, [head, t["Vues"], t["Arrêts au mur"], t["Arrêts, en %"]], [.. lines.Select(line => new FigureLine(line.Label, [line.Views, line.Stopped, Audience.Percent(line.Stopped, line.Views)], line.Path))])
        {
            Nothing = t["Aucune lecture n’a été comptée ces jours-là."],
        };

    /// <summary>"lundi 23 novembre 2026".</summary>
    public string Day(DateOnly day) => t.LongDay(day.ToDateTime(TimeOnly.MinValue));

    private Figure Shares(string name, string title, string head, string column, IReadOnlyList<(string Label, long Number)> shares)
    {
        var whole = shares.Sum(share => share.Number);
        FigureLine[] lines = [.. shares.Select(share => new FigureLine(share.Label, [share.Number]))];
        return new Figure(name, title, [head, column], whole == 0 ? [] : lines)
        {
            Chart = whole == 0 ? null : Bars(name, title, lines, whole),
            Nothing = t["Aucune lecture n’a été comptée ces jours-là."],
        };
    }

    private string Bars(string name, string title, IReadOnlyList<FigureLine> lines, long whole)
    {
        var bars = lines.Select(line => (line.Label, line.Cells[0], Said: t["{0} · {1} %", line.Cells[0].ToString("N0", t.Culture), Audience.Percent(line.Cells[0], whole)])).ToList();
        return ChartDrawing.Bars(name, title, string.Join(", ", bars.Select(bar => $"{bar.Label} : {bar.Said}")), bars);
    }

    /// <summary>"23 nov."</summary>
    public string ShortDay(DateOnly day) => day.ToString("d MMM", t.Culture);
}
