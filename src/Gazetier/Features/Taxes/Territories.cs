namespace Gazetier.Features.Taxes;

/// <summary>Where an address lies, for the tax. Monaco counts as France (CGI art. 256-0).</summary>
public static class Territories
{
    public const string France = "FR";
    public const string Monaco = "MC";

    /// <param name="country">"FR", "MC", or another.</param>
    /// <param name="postcode">Five figures.</param>
    public static Territory Of(string country, string postcode) => (country, Postcode(postcode)) switch
    {
        (_, null) => Territory.Elsewhere,
        (Monaco, _) => Territory.Metropole,
        (not France, _) => Territory.Elsewhere,
        // Saint-Barthélemy and Saint-Martin carry figures of Guadeloupe, and have a tax of their own.
        (_, "97133" or "97150") => Territory.Elsewhere,
        (_, var five) => five![..3] switch
        {
            "971" => Territory.Guadeloupe,
            "972" => Territory.Martinique,
            "973" => Territory.Guyane,
            "974" => Territory.Reunion,
            "976" => Territory.Mayotte,
            "975" or "977" or "978" or "984" or "986" or "987" or "988" => Territory.Elsewhere,
            _ => Territory.Metropole,
        },
    };

    /// <summary>The five figures of a French postcode, "59 000" too; null: it is none.</summary>
    public static string? Postcode(string? typed)
    {
        var figures = new string([.. (typed ?? "").Where(sign => !char.IsWhiteSpace(sign))]);
        return figures.Length == 5 && figures.All(char.IsAsciiDigit) && figures != "00000" ? figures : null;
    }
}
