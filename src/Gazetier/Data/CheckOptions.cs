using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using MimeKit;
using Npgsql;

namespace Gazetier.Data;

/// <summary>Says which setting is wrong, why, and how a right one looks.</summary>
public class CheckOptions : IValidateOptions<NewspaperOptions>
{
    public ValidateOptionsResult Validate(string? name, NewspaperOptions options)
    {
        var wrong = Wrong(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(NewspaperOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Data))
        {
            yield return Say("Data", options.Data, "is empty", "./data");
        }

        if (!string.IsNullOrWhiteSpace(options.Database) && !options.IsPostgres
            && !options.Database.Contains("Data Source=", StringComparison.OrdinalIgnoreCase))
        {
            yield return Say("Database", "…", "is neither a PostgreSQL connection nor a SQLite file", "Host=localhost;Database=gazetier;Username=gazetier");
        }
        else if (!IsConnection(options))
        {
            yield return Say("Database", "…", "is no connection string that the database's driver can read", "Host=localhost;Database=gazetier;Username=gazetier");
        }

        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            || url.PathAndQuery != "/" || url.Fragment.Length + url.UserInfo.Length > 0)
        {
            yield return Say("Url", options.Url, "is not an http(s) address without a path", "https://www.exemple.fr");
        }

        if (!string.IsNullOrEmpty(options.Mail.Smtp)
            && !(Uri.TryCreate(options.Mail.Smtp, UriKind.Absolute, out var smtp) && smtp is { Scheme: "smtp" or "smtps", Host.Length: > 0 }))
        {
            yield return Say("Mail__Smtp", "…", "is not smtp:// or smtps:// with a host", "smtps://name:password@mail.exemple.fr");
        }

        if (!MailboxAddress.TryParse(options.Mail.From, out var from) || !from.Address.Contains('@', StringComparison.Ordinal))
        {
            yield return Say("Mail__From", options.Mail.From, "is not a mail address", "L'Échelon <lettres@exemple.fr>");
        }

        if (options.Mail.Connections is < 1 or > 100)
        {
            yield return Say("Mail__Connections", $"{options.Mail.Connections}", "is not between 1 and 100", "4");
        }

        if (options.Reply.Days is < 1 or > 30)
        {
            yield return Say("Reply__Days", $"{options.Reply.Days}", "is not between 1 and 30", "3");
        }

        if (options.Reply.Months is < 1 or > 24)
        {
            yield return Say("Reply__Months", $"{options.Reply.Months}", "is not between 1 and 24", "3");
        }

        if (options.Reply.LeastLines < 1 || options.Reply.MostLines < options.Reply.LeastLines)
        {
            yield return Say("Reply__MostLines", $"{options.Reply.MostLines}", "is less than Gazetier__Reply__LeastLines, or that is less than 1", "200");
        }

        if (options.Reply.SignsPerLine is < 20 or > 200)
        {
            yield return Say("Reply__SignsPerLine", $"{options.Reply.SignsPerLine}", "is not between 20 and 200", "60");
        }

        if (options.Stripe.SecretKey.Length > 0 != options.Stripe.WebhookSecret.Length > 0)
        {
            yield return Say("Stripe__WebhookSecret", "…", "and Gazetier__Stripe__SecretKey go together", "whsec_…");
        }

        foreach (var (setting, value, wrong, example) in WrongOfConversation(options.Conversation))
        {
            yield return Say(setting, value, wrong, example);
        }

        if (!IsOrigin(options.Stripe.ApiBase))
        {
            yield return Say("Stripe__ApiBase", options.Stripe.ApiBase, "is not an https address without a path", "https://api.stripe.com");
        }

        if (!IsOrigin(options.Stripe.CheckoutOrigin))
        {
            yield return Say("Stripe__CheckoutOrigin", options.Stripe.CheckoutOrigin, "is not an https address without a path", "https://checkout.stripe.com");
        }

        if (options.HasHub && !(Uri.TryCreate(options.Hub, UriKind.Absolute, out var hub) && hub.Scheme is "http" or "https" && hub.UserInfo.Length + hub.Fragment.Length == 0 && !options.Hub.AsSpan().ContainsAny("<>\" ")))
        {
            yield return Say("Hub", options.Hub, "is not an http(s) address", "https://hub.exemple.fr/");
        }

        if (options.Clock.Length > 0 && !DateTimeOffset.TryParse(options.Clock, CultureInfo.InvariantCulture, out _))
        {
            yield return Say("Clock", options.Clock, "is not an ISO time", "2026-11-23T06:00:00Z");
        }

        if (options.PageCacheMegabytes is < 1 or > 65536)
        {
            yield return Say("PageCacheMegabytes", $"{options.PageCacheMegabytes}", "is not between 1 and 65536", "256");
        }

        if (options.Role is not ("all" or "web" or "worker"))
        {
            yield return Say("Role", options.Role, "is not one of all, web, worker", "all");
        }

        if (options.MetricsPort is < 0 or > 65535)
        {
            yield return Say("MetricsPort", $"{options.MetricsPort}", "is not a port", "9464");
        }

        foreach (var (setting, value, wrong, example) in CheckProviders.Wrong(options).Concat(CheckMail.Wrong(options)))
        {
            yield return Say(setting, value, wrong, example);
        }

        foreach (var proxy in options.TrustedProxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IPNetwork.TryParse(proxy, out _) && !IPAddress.TryParse(proxy, out _))
            {
                yield return Say("TrustedProxies", proxy, "is not an address or a network", "10.0.0.0/8, 127.0.0.1");
            }
        }
    }

    private static IEnumerable<(string Setting, string Value, string Wrong, string Example)> WrongOfConversation(NewspaperOptions.ConversationOptions options)
    {
        if (options.JudgeUrl.Length > 0 != options.JudgeSecret.Length > 0)
        {
            yield return ("Conversation__JudgeSecret", "…", "and Gazetier__Conversation__JudgeUrl go together", "32 letters drawn by lot");
        }

        if (options.JudgeUrl.Length > 0 && !(Uri.TryCreate(options.JudgeUrl, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback))))
        {
            yield return ("Conversation__JudgeUrl", options.JudgeUrl, "is not an https address", "https://moderation.exemple.fr/juger");
        }

        if (options.JudgeMilliseconds is < 100 or > 10_000)
        {
            yield return ("Conversation__JudgeMilliseconds", $"{options.JudgeMilliseconds}", "is not between 100 and 10000", "1500");
        }
    }

    /// <summary>Secrets go there: by https, or not further than this machine.</summary>
    private static bool IsOrigin(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) && url.GetLeftPart(UriPartial.Authority) == address;

    private static bool IsConnection(NewspaperOptions options)
    {
        try
        {
            _ = options.IsPostgres ? new NpgsqlConnectionStringBuilder(options.Database) : (object)new SqliteConnectionStringBuilder(options.SqliteConnection);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return false;
        }
    }

    private static string Say(string setting, string value, string wrong, string example) =>
        $"Gazetier__{setting} ('{value}') {wrong}. Example: Gazetier__{setting}='{example}'";
}
