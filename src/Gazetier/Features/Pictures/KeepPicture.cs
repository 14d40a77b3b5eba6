using Gazetier.Data;

namespace Gazetier.Features.Pictures;

public class KeepPicture(GazetierDb db)
{
    public Task<Picture> RunAsync(byte[] bytes, string credit, string alternativeText, CancellationToken cancel)
    {
        var picture = new Picture { Key = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..32], Credit = credit, AlternativeText = alternativeText, Width = 1600, Height = 900 };
        db.Pictures.Add(picture);
        return Task.FromResult(picture);
    }
}
