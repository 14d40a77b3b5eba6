using System.Globalization;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Gazetier.Features.Places;
using Gazetier.Text;

namespace Gazetier.Features.Announcements;

/// <summary>Reads the entries of a feed of announcements, RSS 2.0 or Atom: no DTD, no file but this one, text without tags. Pure.</summary>
public static class AnnouncementEntries
{
    private const int Most = 500;
    private const int MaxCharacters = 4_000_000;

    private static readonly string[] OfDeadline = ["deadline", "datelimite", "validthrough", "enddate", "expires"];
    private static readonly string[] OfPlace = ["lieu", "location", "place"];
    private static readonly string[] OfOrganisation = ["organisme", "organisation", "creator"];

    /// <summary>Null: it is no feed.</summary>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<AnnouncementLine>? Read(byte[] content, AnnouncementSource source, DateTime now, TimeZoneInfo zone)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxCharacters };
        try
        {
            using var stream = new MemoryStream(content);
            using var reader = XmlReader.Create(stream, settings);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            return [.. SyndicationFeed.Load(reader).Items.Take(Most).Select((entry, at) => Line(at + 1, entry, source, now, zone))
                .Select(line => line.IsGood && !seen.Add(line.Announcement!.ExternalReference!) ? line with { Fault = AnnouncementFault.Twice } : line)];
        }
        catch (Exception error) when (error is XmlException or FormatException or ArgumentException or InvalidOperationException or UriFormatException or NotSupportedException)
        {
            return null;
        }
    }

    private static AnnouncementLine Line(int number, SyndicationItem entry, AnnouncementSource source, DateTime now, TimeZoneInfo zone)
    {
        var (title, link) = (Shortened.To(Announcement.MaxTitle, Plain.Of(Printable.Line(entry.Title?.Text ?? ""))), LinkIn(entry));
        var said = Said(entry, OfDeadline);
        var deadline = said.Length == 0 ? (DateTime?)PublishedAt(entry, now).AddDays(source.Days) : MomentOf(said, zone);
        var reference = Printable.Line(entry.Id ?? "") is { Length: > 0 } id ? id : link;
        var fault = title.Length == 0 ? AnnouncementFault.NoTitle
            : reference.Length == 0 ? AnnouncementFault.NoReference
            : deadline is null ? AnnouncementFault.NoDeadline
            : deadline <= now ? AnnouncementFault.Past
            : AnnouncementFault.None;
        return new AnnouncementLine(number, title, fault == AnnouncementFault.None ? Made(entry, source, title, link, reference, deadline!.Value, said.Length > 0) : null, fault) { HasDeadline = said.Length > 0 };
    }

    private static Announcement Made(SyndicationItem entry, AnnouncementSource source, string title, string link, string reference, DateTime deadline, bool hasDeadline)
    {
        var place = Short(Said(entry, OfPlace));
        var found = place.Length == 0 ? [] : Gazetteer.Find(place);
        var made = new Announcement
        {
            Kind = source.Kind,
            Title = title,
            Organisation = Short(Said(entry, OfOrganisation) is { Length: > 0 } said ? said : entry.Authors.FirstOrDefault()?.Name ?? ""),
            Text = TextOf(entry),
            Locality = place,
            PlaceId = found.Count == 1 ? found[0].Id : null,
            Reference = Short(Said(entry, ["reference"])),
            Nature = AnnouncementCsv.NatureOf(Said(entry, ["nature"])),
            Link = link,
            DeadlineAt = deadline,
            ExternalReference = reference.Length <= Announcement.MaxReference ? reference : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reference))),
        };
        made.Index();
        return AnnouncementLine.Sealed(made, hasDeadline);
    }

    private static string Short(string text) => Shortened.To(Announcement.MaxLine, text);

    private static string LinkIn(SyndicationItem entry) =>
        entry.Links.Where(link => link.RelationshipType is null or "alternate").Select(link => AnnouncementCsv.LinkOf(link.Uri is { IsAbsoluteUri: true } uri ? uri.AbsoluteUri : null)).FirstOrDefault(link => link is not null) ?? "";

    /// <summary>Paragraphs without tags.</summary>
    private static string TextOf(SyndicationItem entry)
    {
        var html = Said(entry, ["encoded"], isLine: false) is { Length: > 0 } encoded ? encoded : (entry.Content as TextSyndicationContent)?.Text ?? entry.Summary?.Text ?? "";
        var text = string.Join("\n\n", Plain.Blocks(Printable.Only(html)).Select(block => Printable.Only(block).Trim()));
        return text.Length <= Announcement.MaxText ? text : Shortened.To(Announcement.MaxText, text);
    }

    /// <summary>What the first element of such a name says, in any namespace; elements within it say nothing.</summary>
    private static string Said(SyndicationItem entry, string[] names, bool isLine = true)
    {
        foreach (var extension in entry.ElementExtensions.Where(one => names.Contains(one.OuterName, StringComparer.OrdinalIgnoreCase)))
        {
            try
            {
                using var reader = extension.GetReader();
                var text = reader.ReadElementContentAsString();
                return isLine ? Printable.Line(text) : text;
            }
            catch (Exception error) when (error is XmlException or InvalidOperationException)
            {
                // It holds elements of its own.
            }
        }

        return "";
    }

    private static DateTime PublishedAt(SyndicationItem entry, DateTime now)
    {
        try
        {
            var at = entry.PublishDate != default ? entry.PublishDate : entry.LastUpdatedTime;
            return at == default || at.UtcDateTime > now ? now : at.UtcDateTime;
        }
        catch (XmlException)
        {
            return now;
        }
    }

    /// <summary>With an offset it is exact, without one it is on the newspaper's clock; a day lasts to its end.</summary>
    private static DateTime? MomentOf(string said, TimeZoneInfo zone) =>
        AnnouncementCsv.DeadlineOf(said, zone)
        ?? (DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is > 1900 and < 2200 ? at.UtcDateTime : null);
}
