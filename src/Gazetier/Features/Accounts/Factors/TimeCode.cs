using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>Codes of an authenticator application: six digits, SHA-1, 30 seconds (RFC 6238), as all of them know. Pure.</summary>
public static class TimeCode
{
    public const int Digits = 6;
    private const int StepSeconds = 30;

    /// <summary>Steps that a clock may be wrong, either way.</summary>
    private const int Tolerance = 1;

    /// <summary>160 random bits.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    public static long StepAt(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond / StepSeconds;

    /// <summary>How long the code of <paramref name="step"/> is shown from <paramref name="now"/> on, in whole seconds.</summary>
    public static int SecondsLeft(long step, DateTime now) =>
        (int)Math.Ceiling((DateTime.UnixEpoch.AddSeconds((step + 1) * StepSeconds) - now).TotalSeconds);

    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 as applications know it; what breaks SHA-1 as a signature does not touch HMAC.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code <paramref name="typed"/> is; null: none of those around <paramref name="now"/>. Always the same work.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string? typed, DateTime now)
    {
        var code = Encoding.ASCII.GetBytes(Read(typed) ?? "");
        long? found = null;
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
        {
            found = CryptographicOperations.FixedTimeEquals(code, Encoding.ASCII.GetBytes(At(secret, step))) ? step : found;
        }

        return found;
    }

    /// <summary>Applications show "123 456"; null where there are not six digits.</summary>
    public static string? Read(string? typed)
    {
        var code = typed is { Length: < 40 } ? string.Concat(typed.Where(c => !char.IsWhiteSpace(c))) : "";
        return code.Length == Digits && code.All(char.IsAsciiDigit) ? code : null;
    }
}
