using System.Text;

namespace Gazetier.Mail.Dkim;

/// <summary>The fields of a mail's head that are signed (E-01), in relaxed form (RFC 6376, 3.4.2).</summary>
public static class DkimHeaders
{
    /// <summary>Those of them that a mail has. Whatever is added to these later breaks the signature.</summary>
    private static readonly string[] Signed =
    [
        "From", "To", "Subject", "Date", "Message-ID", "Reply-To", "MIME-Version", "Content-Type", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "Feedback-ID", "Auto-Submitted",
    ];

    /// <summary>Their names in order, "from" once more so that nobody adds a second, and their relaxed lines.</summary>
    /// <param name="head">All fields, each line ended by CR LF; without the empty line that ends the head.</param>
    public static (string Names, byte[] Lines) Of(ReadOnlySpan<byte> head)
    {
        var fields = Fields(head);
        var names = new List<string>();
        using var lines = new MemoryStream(head.Length);
        foreach (var name in Signed)
        {
            // Where a field stands twice, the last is signed first.
            if (fields.FindLast(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value is { } value)
            {
                names.Add(name);
                lines.Write(Relaxed(name, value));
            }
        }

        return (string.Join(':', names.Prepend("From")), lines.ToArray());
    }

    /// <summary>"from:L'Échelon &lt;lettres@exemple.fr&gt;", with its line end.</summary>
    public static byte[] Relaxed(string name, string value)
    {
        var line = new StringBuilder(name.ToLowerInvariant()).Append(':');
        var isBlank = false;
        var start = line.Length;
        foreach (var sign in value)
        {
            if (sign is ' ' or '\t' or '\r' or '\n')
            {
                isBlank = true;
                continue;
            }

            if (isBlank && line.Length > start)
            {
                line.Append(' ');
            }

            line.Append(sign);
            isBlank = false;
        }

        return Encoding.Latin1.GetBytes(line.Append("\r\n").ToString());
    }

    private static List<(string Name, string? Value)> Fields(ReadOnlySpan<byte> head)
    {
        var fields = new List<(string Name, string? Value)>();
        // Byte for byte: what is not ASCII stays as it is.
        foreach (var line in Encoding.Latin1.GetString(head).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' && fields.Count > 0)
            {
                fields[^1] = (fields[^1].Name, fields[^1].Value + line);
            }
            else if (colon > 0)
            {
                fields.Add((line[..colon].TrimEnd(), line[(colon + 1)..]));
            }
        }

        return fields;
    }
}
