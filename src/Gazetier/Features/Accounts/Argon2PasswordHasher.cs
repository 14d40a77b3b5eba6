using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gazetier.Text;
using Konscious.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Gazetier.Features.Accounts;

/// <summary>
/// Hashes passwords with Argon2id (S-02), written as <c>$argon2id$v=19$m=19456,t=2,p=1$salt$hash</c>: the parameters are
/// recorded, so they can be raised later, and a hash with old ones is replaced at the next sign-in. At most two are
/// computed at a time in the process: one takes 19 MiB, and a flood must not eat the memory.
/// </summary>
public class Argon2PasswordHasher : IPasswordHasher<Account>
{
    private const int HashBytes = 32;
    private const int SaltBytes = 16;
    private static readonly Cost Current = new(Kibibytes: 19 * 1024, Passes: 2, Lanes: 1);
    private static readonly SemaphoreSlim Gate = new(2, 2);

    // What an unknown address is compared with, so that it costs what a known one does (S-01).
    private readonly Lazy<string> _nobody = new(() => Write(Current, RandomNumberGenerator.GetBytes(SaltBytes), RandomNumberGenerator.GetBytes(HashBytes)));

    /// <summary>The hash of <paramref name="password"/>, waiting for a turn.</summary>
    public async Task<string> HashAsync(string password, CancellationToken cancel)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Write(Current, salt, await ComputeAsync(password, salt, Current, HashBytes, cancel));
    }

    /// <summary>Compares, waiting for a turn. A null or unreadable hash takes as long and fails.</summary>
    public async Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken cancel)
    {
        var isReal = TryRead(hash, out var stored);
        if (!isReal)
        {
            TryRead(_nobody.Value, out stored);
        }

        var computed = await ComputeAsync(password, stored.Salt, stored.Cost, stored.Hash.Length, cancel);
        if (!CryptographicOperations.FixedTimeEquals(computed, stored.Hash) || !isReal || password.Length == 0)
        {
            return PasswordVerificationResult.Failed;
        }

        return stored.Cost == Current ? PasswordVerificationResult.Success : PasswordVerificationResult.SuccessRehashNeeded;
    }

    public string HashPassword(Account user, string password) =>
        HashAsync(password, CancellationToken.None).GetAwaiter().GetResult();

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        VerifyAsync(hashedPassword, providedPassword, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>One password, one hash, however a keyboard composes its accents: Unicode NFC, nothing cut off.</summary>
    /// <remarks>Half a surrogate pair is no text, and cannot be normalised: it becomes U+FFFD.</remarks>
    public static string Normal(string password) => Fold.WellFormed(password).Normalize(NormalizationForm.FormC);

    private static async Task<byte[]> ComputeAsync(string password, byte[] salt, Cost cost, int length, CancellationToken cancel)
    {
        // The library takes no empty password; an empty one must cost what any other costs, and never be right.
        byte[] bytes = password.Length == 0 ? [0] : Encoding.UTF8.GetBytes(Normal(password));
        await Gate.WaitAsync(cancel);
        try
        {
            using var argon = new Argon2id(bytes)
            {
                Salt = salt,
                MemorySize = cost.Kibibytes,
                Iterations = cost.Passes,
                DegreeOfParallelism = cost.Lanes,
            };
            return await argon.GetBytesAsync(length);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static string Write(Cost cost, byte[] salt, byte[] hash) => string.Create(
        CultureInfo.InvariantCulture,
        $"$argon2id$v=19$m={cost.Kibibytes},t={cost.Passes},p={cost.Lanes}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");

    private static bool TryRead(string? text, out Stored stored)
    {
        stored = default;
        if (text?.Split('$') is not ["", "argon2id", "v=19", var costs, var salt, var hash] || !Cost.TryRead(costs, out var cost))
        {
            return false;
        }

        var bytes = new byte[2][] { new byte[salt.Length], new byte[hash.Length] };
        if (!Convert.TryFromBase64String(salt, bytes[0], out var salted)
            || !Convert.TryFromBase64String(hash, bytes[1], out var hashed)
            || salted < 8 || hashed < 16)
        {
            return false;
        }

        stored = new Stored(cost, bytes[0][..salted], bytes[1][..hashed]);
        return true;
    }

    private readonly record struct Stored(Cost Cost, byte[] Salt, byte[] Hash);

    private readonly record struct Cost(int Kibibytes, int Passes, int Lanes)
    {
        public static bool TryRead(string text, out Cost cost)
        {
            var parts = text.Split(',');
            cost = default;
            if (parts is not [['m', '=', .. var m], ['t', '=', .. var t], ['p', '=', .. var p]]
                || !IsNumber(m, 256 * 1024, out var memory) || !IsNumber(t, 20, out var passes) || !IsNumber(p, 16, out var lanes))
            {
                return false;
            }

            cost = new Cost(memory, passes, lanes);
            return memory >= 8 * lanes;
        }

        private static bool IsNumber(string text, int most, out int number) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0 && number <= most;
    }
}
