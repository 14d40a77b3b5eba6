using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Data;

/// <summary>The newspaper's own keys, 32 bytes each, made at first use and the same on every node.</summary>
public class SecretKeys(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<string, byte[]> _known = new(StringComparer.Ordinal);

    /// <remarks>The first use of all writes: it does not belong inside a transaction.</remarks>
    public async ValueTask<byte[]> GetAsync(string name, CancellationToken cancel = default)
    {
        if (_known.TryGetValue(name, out var key))
        {
            return key;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        var stored = await FindAsync(db, name, cancel) ?? await MakeAsync(db, name, cancel);
        return _known.GetOrAdd(name, stored);
    }

    private static Task<byte[]?> FindAsync(GazetierDb db, string name, CancellationToken cancel) =>
        db.Secrets.AsNoTracking().Where(s => s.Name == name).Select(s => (byte[]?)s.Value).FirstOrDefaultAsync(cancel);

    private static async Task<byte[]> MakeAsync(GazetierDb db, string name, CancellationToken cancel)
    {
        var made = new Secret { Name = name, Value = RandomNumberGenerator.GetBytes(32) };
        db.Secrets.Add(made);
        try
        {
            await db.SaveChangesAsync(cancel);
            return made.Value;
        }
        catch (DbUpdateException)
        {
            // Another node made it at the same moment: theirs is the newspaper's key.
            return await FindAsync(db, name, cancel) ?? throw new InvalidOperationException($"No key '{name}'.");
        }
    }
}
