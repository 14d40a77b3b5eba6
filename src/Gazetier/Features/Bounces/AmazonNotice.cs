using System.Text.Json;

namespace Gazetier.Features.Bounces;

/// <summary>Reads the notice that Amazon SES mails as JSON: bounce, complaint or delivery.</summary>
public static class AmazonNotice
{
    /// <summary>Null where the text is no such notice.</summary>
    public static IReadOnlyList<Bounce>? Read(string text)
    {
        var json = text.Trim();
        if (!json.StartsWith('{') || !json.Contains("\"notificationType\"", StringComparison.Ordinal))
        {
            return null;
        }

        // What follows the notice is a footer of the service that mails it; its lines are broken anywhere.
        var end = json.IndexOf("\n--", StringComparison.Ordinal);
        json = (end > 0 ? json[..end] : json).ReplaceLineEndings("");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 12 });
            var root = document.RootElement;
            return Text(root, "notificationType") switch
            {
                "Complaint" => [.. Recipients(root, "complaint", "complainedRecipients").Select(one => new Bounce(BounceKind.Complaint, Text(one, "emailAddress"), "", "Amazon SES"))],
                "Bounce" => [.. Recipients(root, "bounce", "bouncedRecipients").Select(Bounced)],
                _ => [],
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Bounce Bounced(JsonElement one)
    {
        var (status, said) = (Text(one, "status"), Text(one, "diagnosticCode"));
        return new Bounce(Verdict.Of(said, "", status), Text(one, "emailAddress"), Words.StatusIn(status), Words.OneLine(said));
    }

    private static IEnumerable<JsonElement> Recipients(JsonElement root, string about, string list) =>
        root.TryGetProperty(about, out var notice) && notice.ValueKind == JsonValueKind.Object && notice.TryGetProperty(list, out var found) && found.ValueKind == JsonValueKind.Array
            ? found.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object).Take(100)
            : [];

    private static string Text(JsonElement one, string name) => one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
