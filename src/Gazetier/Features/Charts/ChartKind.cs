namespace Gazetier.Features.Charts;

/// <summary>How numbers are drawn.</summary>
public enum ChartKind
{
    /// <summary>Upright, side by side: a few values, or a short course of time.</summary>
    Columns,

    /// <summary>Lying, one under the other: values whose names are long.</summary>
    Bars,

    /// <summary>The course of time.</summary>
    Lines,
}

public static class ChartKinds
{
    /// <summary>As a body says it: "columns", "bars", "lines".</summary>
    public static string Code(this ChartKind kind) => kind switch { ChartKind.Bars => "bars", ChartKind.Lines => "lines", _ => "columns" };

    /// <summary>Null for what is none.</summary>
    public static ChartKind? FromCode(string? code) => code switch { "columns" => ChartKind.Columns, "bars" => ChartKind.Bars, "lines" => ChartKind.Lines, _ => null };
}
