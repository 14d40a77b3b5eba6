using System.Text;
using MimeKit;

namespace Gazetier.Features.Bounces;

/// <summary>
/// Reads what comes back to the bounce address: reports by the standard (RFC 3464), complaints (RFC 5965), and the free text
/// that many servers write instead. Pure; whatever the bytes, it answers. Costs are bounded: what is longer is cut.
/// </summary>
public static class ReadReturned
{
    /// <summary>Bytes that are looked at: reports stand before the mail that they return.</summary>
    public const int Longest = 512 * 1024;

    private const int MostAddresses = 50;

    private static readonly ParserOptions Bounded = new() { MaxMimeDepth = 12, MaxAddressGroupDepth = 1 };

    public static ReturnedMail Of(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(WithLineEnds(bytes[..Math.Min(bytes.Length, Longest)]));
            using var message = MimeMessage.Load(Bounded, stream);
            return Of(message);
        }
        catch (FormatException)
        {
            return ReturnedMail.Nothing;
        }
    }

    private static ReturnedMail Of(MimeMessage message)
    {
        var parts = ReturnedParts.Of(message);
        var bounces = Complaint.Read(parts) ?? StatusReport.Read(parts) ?? AmazonNotice.Read(parts.Text) ?? FreeText.Read(message, parts);
        return new ReturnedMail([.. bounces.Where(bounce => bounce.Kind != BounceKind.None)], Addresses(message, parts));
    }

    private static List<string> Addresses(MimeMessage message, ReturnedParts parts)
    {
        string[] named = ["To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To", "X-Envelope-To", "Cc"];
        var found = message.Headers.Where(header => named.Contains(header.Field, StringComparer.OrdinalIgnoreCase)).Select(header => header.Value)
            .Concat(parts.Returned.Where(header => header.Key.Equals("Return-Path", StringComparison.OrdinalIgnoreCase)).Select(header => header.Value))
            .Concat(parts.Envelopes);
        return [.. found.SelectMany(AddressesIn.Text).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostAddresses)];
    }

    /// <summary>Old mailboxes end lines with a carriage return alone.</summary>
    private static byte[] WithLineEnds(ReadOnlySpan<byte> bytes)
    {
        var made = bytes.ToArray();
        if (!made.AsSpan().Contains((byte)'\n'))
        {
            made.AsSpan().Replace((byte)'\r', (byte)'\n');
        }

        return made;
    }

    /// <summary>For tests and evidence: text as a mail of seven bits.</summary>
    public static ReturnedMail Of(string text) => Of(Encoding.UTF8.GetBytes(text));
}
