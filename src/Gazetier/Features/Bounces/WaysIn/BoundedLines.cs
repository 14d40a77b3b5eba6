namespace Gazetier.Features.Bounces.WaysIn;

/// <summary>Reads lines of a stream; of one that is too long the rest is thrown away, so that nobody fills the memory.</summary>
public sealed class BoundedLines(Stream stream, int longest)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _at;
    private int _end;

    /// <summary>The line without its end; null when the other side has hung up.</summary>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancel)
    {
        using var line = new MemoryStream();
        while (true)
        {
            if (_at == _end)
            {
                (_at, _end) = (0, await stream.ReadAsync(_buffer, cancel));
                if (_end == 0)
                {
                    return null;
                }
            }

            var end = _buffer.AsSpan(_at, _end - _at).IndexOf((byte)'\n');
            var part = _buffer.AsSpan(_at, end < 0 ? _end - _at : end);
            line.Write(part[..Math.Min(part.Length, longest - (int)Math.Min(line.Length, longest))]);
            _at += end < 0 ? part.Length : end + 1;
            if (end >= 0)
            {
                var whole = line.ToArray();
                return whole.Length > 0 && whole[^1] == '\r' ? whole[..^1] : whole;
            }
        }
    }
}
