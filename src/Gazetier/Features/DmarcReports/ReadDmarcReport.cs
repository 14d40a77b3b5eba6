using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Xml;
using System.Xml.Linq;
using MimeKit;

namespace Gazetier.Features.DmarcReports;

/// <summary>
/// Reads an aggregate report out of a mail: XML, mostly in gzip or zip (RFC 9990, and RFC 7489 before it). Pure; whatever the
/// bytes, it answers. What unpacks to more than <see cref="Longest"/> is no report.
/// </summary>
public static class ReadDmarcReport
{
    /// <summary>Bytes of XML.</summary>
    public const int Longest = 4 * 1024 * 1024;

    private const int MostSources = 2000;
    private const int LongestName = 200;

    private static readonly ParserOptions Bounded = new() { MaxMimeDepth = 6 };

    /// <summary>Null where the message brings no report.</summary>
    public static DmarcReport? Of(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var stream = new MemoryStream(message.ToArray());
            using var mail = MimeMessage.Load(Bounded, stream);
            return mail.BodyParts.OfType<MimePart>().Take(10).Where(IsPacked).Select(Unpack).Select(Read).FirstOrDefault(report => report is not null);
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or XmlException or IOException)
        {
            return null;
        }
    }

    private static bool IsPacked(MimePart part)
    {
        var (type, name) = (part.ContentType.MimeType.ToLowerInvariant(), part.FileName?.ToLowerInvariant() ?? "");
        return type is "application/gzip" or "application/x-gzip" or "application/zip" or "application/x-zip-compressed" or "application/xml" or "text/xml"
            || name.EndsWith(".gz", StringComparison.Ordinal) || name.EndsWith(".zip", StringComparison.Ordinal) || name.EndsWith(".xml", StringComparison.Ordinal);
    }

    /// <summary>By their first bytes: senders name the kinds as they like.</summary>
    private static byte[] Unpack(MimePart part)
    {
        using var packed = new MemoryStream();
        part.Content?.DecodeTo(packed);
        packed.Position = 0;
        var start = packed.GetBuffer().AsSpan(0, (int)Math.Min(packed.Length, 4));
        if (start.StartsWith((byte[])[0x1f, 0x8b]))
        {
            using var gzip = new GZipStream(packed, CompressionMode.Decompress);
            return Bytes(gzip);
        }

        if (start.SequenceEqual("PK\u0003\u0004"u8))
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Read);
            using var first = zip.Entries.FirstOrDefault()?.Open() ?? Stream.Null;
            return Bytes(first);
        }

        return Bytes(packed);
    }

    private static byte[] Bytes(Stream stream)
    {
        var bytes = new byte[Longest + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length <= Longest ? bytes[..length] : throw new InvalidDataException("It unpacks to too much.");
    }

    private static DmarcReport? Read(byte[] xml)
    {
        var rules = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Longest };
        using var reader = XmlReader.Create(new MemoryStream(xml), rules);
        var root = XDocument.Load(reader).Root!;
        var (about, policy) = (Child(root, "report_metadata"), Child(root, "policy_published"));
        if (root.Name.LocalName != "feedback" || about is null || policy is null)
        {
            return null;
        }

        var range = Child(about, "date_range");
        var report = new DmarcReport
        {
            Reporter = Text(about, "org_name"),
            Number = Text(about, "report_id"),
            Domain = Text(policy, "domain").TrimEnd('.').ToLowerInvariant(),
            From = Time(range, "begin"),
            Until = Time(range, "end"),
            Sources = Sources(root),
        };
        return report.Number.Length == 0 || report.Domain.Length == 0 ? null : report;
    }

    /// <summary>Lines that say the same of the same machine are one.</summary>
    private static List<DmarcSource> Sources(XElement root)
    {
        var rows = root.Elements().Where(one => one.Name.LocalName == "record").Take(MostSources).Select(record => Child(record, "row")).OfType<XElement>()
            .Select(row => (Row: row, Verdict: Child(row, "policy_evaluated")))
            .Select(pair => (
                Address: IPAddress.TryParse(Text(pair.Row, "source_ip"), out var address) ? address.ToString() : "",
                Count: int.TryParse(Text(pair.Row, "count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0,
                Dkim: pair.Verdict is not null && Text(pair.Verdict, "dkim") == "pass",
                Spf: pair.Verdict is not null && Text(pair.Verdict, "spf") == "pass",
                Did: pair.Verdict is null ? "none" : Text(pair.Verdict, "disposition")))
            .Where(row => row.Address.Length > 0 && row.Count > 0);
        return
        [
            .. rows.GroupBy(row => (row.Address, row.Dkim, row.Spf, Did: row.Did is "quarantine" or "reject" ? row.Did : "none"))
                .Select(group => new DmarcSource
                {
                    Address = group.Key.Address,
                    Count = (int)Math.Min(int.MaxValue, group.Sum(row => (long)row.Count)),
                    HasDkim = group.Key.Dkim,
                    HasSpf = group.Key.Spf,
                    Disposition = group.Key.Did,
                }),
        ];
    }

    /// <summary>Whatever its namespace: the standard has one, and reports before it have none.</summary>
    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(one => one.Name.LocalName == name);

    private static string Text(XElement parent, string name)
    {
        var text = Child(parent, name)?.Value.Trim() ?? "";
        return text.Length <= LongestName ? text : text[..LongestName];
    }

    private static DateTime Time(XElement? range, string name) =>
        range is not null && long.TryParse(Text(range, name), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : DateTime.UnixEpoch;
}
