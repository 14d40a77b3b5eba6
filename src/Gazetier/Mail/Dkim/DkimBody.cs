using System.Security.Cryptography;

namespace Gazetier.Mail.Dkim;

/// <summary>
/// Hashes a body in relaxed form (RFC 6376, 3.4.4) as it comes, piece by piece: blanks at the end of a line and empty lines at
/// the end of the body count for nothing, and runs of blanks for one.
/// </summary>
public sealed class DkimBody : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>What is about to be hashed: word by word it would take ten times as long.</summary>
    private readonly byte[] _waiting = new byte[8 * 1024];
    private int _length;
    private int _lineEnds;
    private bool _blank;
    private bool _isEmpty = true;

    /// <param name="piece">Bytes as they go over the wire, before dots are doubled; lines end with CR LF.</param>
    public void Append(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            var run = piece.IndexOfAny(" \t\r\n"u8);
            if (run != 0)
            {
                Flush();
                Add(run < 0 ? piece : piece[..run]);
                if (run < 0)
                {
                    return;
                }
            }

            switch (piece[run])
            {
                case (byte)'\n':
                    (_lineEnds, _blank) = (_lineEnds + 1, false);
                    break;
                case (byte)' ' or (byte)'\t':
                    _blank = true;
                    break;
            }

            piece = piece[(run + 1)..];
        }
    }

    /// <summary>The hash, and ready for the next body.</summary>
    public byte[] Finish()
    {
        if (!_isEmpty)
        {
            Add("\r\n"u8);
        }

        _hash.AppendData(_waiting.AsSpan(0, _length));
        _length = 0;
        (_lineEnds, _blank, _isEmpty) = (0, false, true);
        return _hash.GetHashAndReset();
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>What was held back counts, now that something follows.</summary>
    private void Flush()
    {
        for (; _lineEnds > 0; _lineEnds--)
        {
            Add("\r\n"u8);
        }

        if (_blank)
        {
            Add(" "u8);
        }

        (_blank, _isEmpty) = (false, false);
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _waiting.Length - _length)
        {
            _hash.AppendData(_waiting.AsSpan(0, _length));
            _length = 0;
        }

        if (bytes.Length > _waiting.Length)
        {
            _hash.AppendData(bytes);
            return;
        }

        bytes.CopyTo(_waiting.AsSpan(_length));
        _length += bytes.Length;
    }
}
