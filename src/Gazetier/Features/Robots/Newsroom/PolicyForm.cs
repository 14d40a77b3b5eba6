using Gazetier.Features.Licensing;
using Gazetier.Features.Sections;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Robots.Newsroom;

/// <summary>What the desk's matrix sends: a choice for each class of robots, for the newspaper and for each section that stands in it.</summary>
public sealed class PolicyForm
{
    /// <summary>Stands for the newspaper where a section's slug would: no slug has it.</summary>
    public const string Paper = "_";

    /// <summary>By place and class, "_-Training", "juridique-Search"; empty: as above.</summary>
    [FromForm(Name = "regle")]
    public Dictionary<string, string?> Rules { get; set; } = [];

    [FromForm(Name = "conditions")]
    public string? Terms { get; set; }

    /// <summary>The one that they began from; 0: none was there.</summary>
    [FromForm(Name = "version")]
    public int Version { get; set; }

    public static string Key(string place, RobotClass kind) => $"{place}-{kind}";

    public static PolicyForm Of(RobotSetting setting, IReadOnlyList<RobotException> exceptions, IReadOnlyList<Section> sections)
    {
        var form = new PolicyForm { Terms = setting.Terms, Version = setting.Version };
        foreach (var kind in Enum.GetValues<RobotClass>())
        {
            form.Rules[Key(Paper, kind)] = setting.Line.For(kind).ToString();
        }

        foreach (var exception in exceptions)
        {
            if (sections.FirstOrDefault(section => section.Id == exception.SectionId) is { } section)
            {
                form.Rules[Key(section.Slug, exception.Class)] = exception.Choice.ToString();
            }
        }

        return form;
    }

    /// <summary>Null where nothing, or nothing that is known, stands there.</summary>
    public RobotChoice? Choice(string place, RobotClass kind) =>
        Rules.GetValueOrDefault(Key(place, kind)) is { } name && Enum.GetNames<RobotChoice>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<RobotChoice>(name) : null;

    public bool Has(Section section) => Array.Exists(Enum.GetValues<RobotClass>(), kind => Rules.ContainsKey(Key(section.Slug, kind)));

    /// <summary>Says in <paramref name="state"/> what is wrong.</summary>
    public void Check(ModelStateDictionary state, Phrases t)
    {
        state.Limit("conditions", Terms, RobotSetting.MostTerms, t);
        foreach (var kind in Enum.GetValues<RobotClass>())
        {
            state.Wrong(Field(Paper, kind), Choice(Paper, kind) is null, t["Choisissez une réponse pour « {0} ».", kind.Name(t)]);
        }

        foreach (var (key, name) in Rules.Where(rule => rule.Value is { Length: > 0 } && !rule.Key.StartsWith(Paper, StringComparison.Ordinal)))
        {
            state.Wrong($"regle[{key}]", !Enum.GetNames<RobotChoice>().Contains(name, StringComparer.Ordinal), t["Choisissez dans la liste."]);
        }
    }

    public static string Field(string place, RobotClass kind) => $"regle[{Key(place, kind)}]";

    public RobotLine Line() => Enum.GetValues<RobotClass>().Aggregate(RobotLine.Usual, (line, kind) => line.With(kind, Choice(Paper, kind) ?? line.For(kind)));

    public IReadOnlyList<RobotException> Exceptions(IReadOnlyList<Section> sections) =>
    [
        .. from section in sections
           from kind in Enum.GetValues<RobotClass>()
           let choice = Choice(section.Slug, kind)
           where choice is not null
           select new RobotException { SectionId = section.Id, Class = kind, Choice = choice.Value },
    ];

    public string CleanTerms() => Printable.Only(Terms ?? "").ReplaceLineEndings("\n").Trim();
}
