namespace Gazetier.Features.Newspaper;

/// <summary>
/// Ours (mentions légales): the newspaper's name and who answers for it. One row, edited by the newsroom; what the law
/// wants on the page stands here (LCEN art. 1-1, loi du 1er août 1986).
/// </summary>
public class Imprint
{
    /// <summary>Always 1.</summary>
    public int Id { get; set; } = 1;

    public string Name { get; set; } = "Gazetier";
    public string Tagline { get; set; } = "";

    /// <summary>Publisher: name, legal form, capital, address, registration; one line each.</summary>
    public string Publisher { get; set; } = "";

    /// <summary>Who publishes it and where, line by line: at the foot of what leaves the house. At least the name.</summary>
    public IReadOnlyList<string> IdentityLines
    {
        get
        {
            const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
            string[] lines = [.. Publisher.Split('\n', Tidy), .. PostalAddress.Split('\n', Tidy)];
            return lines.Length > 0 ? lines : [Name];
        }
    }

    public string PublicationDirector { get; set; } = "";
    public string EditorInChief { get; set; } = "";

    /// <summary>Host: name, address, telephone; one line each.</summary>
    public string Host { get; set; } = "";

    public string ContactEmail { get; set; } = "";
    public string ContactPhone { get; set; } = "";
    public string PostalAddress { get; set; } = "";

    /// <summary>International Standard Serial Number; empty until there is one.</summary>
    public string Issn { get; set; } = "";

    /// <summary>Number of the Commission paritaire des publications et agences de presse; empty until there is one.</summary>
    public string Cppap { get; set; } = "";

    /// <summary>First day on which that number is valid.</summary>
    public DateOnly? CppapFrom { get; set; }

    /// <summary>Last day on which it is.</summary>
    public DateOnly? CppapUntil { get; set; }

    /// <summary>Whether the newspaper is press, as the tax means it, on that day (F-31).</summary>
    public bool HasPressNumber(DateOnly day) => Cppap.Length > 0 && CppapFrom <= day && day <= CppapUntil;

    /// <summary>A line that every page carries, such as that a demonstration newspaper is fictional. Empty: none.</summary>
    public string Notice { get; set; } = "";

    /// <summary>IANA name; schedules and dates on pages are in it.</summary>
    public string TimeZone { get; set; } = "Europe/Paris";

    /// <summary>Share of the words that a locked article shows, 0–1; a mark in the body overrides it.</summary>
    public double OpenShare { get; set; } = 0.10;

    /// <summary>The accent of the newspaper, "#a3241b"; empty: the program's own. Where it is too light to be read, the style darkens it.</summary>
    public string Accent { get; set; } = "";

    /// <summary>Of the <see cref="Emblem"/> that stands in the masthead in the place of the name; null: the name itself.</summary>
    public string? LogoKey { get; set; }

    /// <summary>In pixels.</summary>
    public int LogoWidth { get; set; }

    /// <summary>In pixels.</summary>
    public int LogoHeight { get; set; }

    /// <summary>Of the <see cref="Emblem"/> that browsers show beside the title; null: the program's own.</summary>
    public string? IconKey { get; set; }
}
