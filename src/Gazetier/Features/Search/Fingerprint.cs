using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gazetier.Features.Search;

/// <summary>A number for what has no version of its own: another content, another number.</summary>
public static class Fingerprint
{
    public static long Of(params ReadOnlySpan<string> parts) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts))));
}
