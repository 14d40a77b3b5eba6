using System.Text.RegularExpressions;

namespace Gazetier.Features.Bounces;

/// <summary>Finds mail addresses in running text.</summary>
public static partial class AddressesIn
{
    private const int Longest = 254;

    public static IEnumerable<string> Text(string text) => Address().Matches(text).Select(match => match.Value.Trim('.', '\'').ToLowerInvariant()).Where(address => address.Length <= Longest);

    public static string First(string text) => Text(text).FirstOrDefault() ?? "";

    [GeneratedRegex(@"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
