using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Gazetier.Features.Imports;

/// <summary>
/// Reads a file line by line in flat memory: a line over the limit is passed over without being held. Lines end with
/// LF or CRLF; empty ones are counted and not given; a byte order mark is ignored.
/// </summary>
internal static class Lines
{
    /// <summary>8 MB.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    public static async IAsyncEnumerable<RawLine> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancel)
    {
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var number = 0;
        var isTooLong = false;
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            var rest = read.Buffer;
            while (TryTakeLine(ref rest, read.IsCompleted, out var line))
            {
                number++;
                if (isTooLong || line.Length > MaxBytes)
                {
                    yield return new RawLine(number, null);
                }
                else if (Trimmed(line, number) is { Length: > 0 } content)
                {
                    yield return new RawLine(number, content);
                }

                isTooLong = false;
            }

            if (rest.Length > MaxBytes)
            {
                isTooLong = true;
                rest = rest.Slice(rest.End);
            }

            reader.AdvanceTo(rest.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        if (isTooLong)
        {
            yield return new RawLine(number + 1, null);
        }

        await reader.CompleteAsync();
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = isLast ? rest : default;
        rest = isLast ? rest.Slice(rest.End) : rest;
        return line.Length > 0;
    }

    private static byte[] Trimmed(ReadOnlySequence<byte> line, int number)
    {
        var content = line.ToArray();
        var start = number == 1 && content.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        return content.AsSpan(start).Trim(" \t\r"u8).ToArray();
    }
}

/// <param name="Number">From 1.</param>
/// <param name="Content">Null where it was over <see cref="Lines.MaxBytes"/>.</param>
internal readonly record struct RawLine(int Number, byte[]? Content);
