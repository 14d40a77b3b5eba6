using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Gazetier.Bench;

/// <summary>One table for people, one JSON file for machines.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IncludeFields = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static void Print(IReadOnlyList<Result> results)
    {
        var table = new Table().AddColumns("", "what", "ours", "beside", "unit", "ratio", "of the rounds", "goal", "");
        foreach (var r in results)
        {
            var spread = r.Spread is { } s ? $"{Figure(s.Low)}–{Figure(s.High)}" : "";
            var met = r.IsMet switch { true => "met", false => "missed", null => "" };
            string[] cells = [r.Measure, r.What, Figure(r.Ours), Figure(r.Beside), r.Unit, Figure(r.Ratio), spread, r.Goal, met];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160);
        AnsiConsole.Write(table);
    }

    /// <returns>The file written.</returns>
    public static string Save(IReadOnlyList<Result> results, DateTimeOffset at)
    {
        var folder = Path.Combine(Root.Folder, "artifacts", "bench");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-ddTHH-mm-ss}.json"));
        var machine = new { Processors = Environment.ProcessorCount, Runtime = Environment.Version.ToString(), Load = File.ReadAllText("/proc/loadavg").Trim() };
        File.WriteAllText(file, JsonSerializer.Serialize(new { At = at, Machine = machine, Results = results }, Json));
        return file;
    }

    private static string Figure(double figure) => figure switch
    {
        double.NaN => "",
        0 => "0",
        >= 100 => figure.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => figure.ToString("0.0", CultureInfo.InvariantCulture),
        _ => figure.ToString("0.00", CultureInfo.InvariantCulture),
    };
}
