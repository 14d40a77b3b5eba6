using System.Security.Cryptography;
using Gazetier.Data;

namespace Gazetier.Mail.Dkim;

/// <summary>The keys of the settings' selectors: files in the data folder, that nobody but the newspaper's account reads.</summary>
public class DkimKeys(NewspaperOptions options)
{
    /// <summary>"exemple.fr": whose signature it is.</summary>
    public string Domain => options.Mail.Dkim.Domain.Length > 0 ? options.Mail.Dkim.Domain : MimeKit.MailboxAddress.Parse(options.Mail.From).Domain;

    /// <summary>Selectors that are set, the RSA key's first.</summary>
    public IReadOnlyList<string> Selectors => [.. new[] { options.Mail.Dkim.Selector, options.Mail.Dkim.Ed25519Selector }.Where(selector => selector.Length > 0)];

    public string FileOf(string selector) => Path.Combine(options.Data, "dkim", selector + ".pem");

    /// <summary>Null: there is none yet.</summary>
    /// <exception cref="CryptographicException">There is a file, and no key in it.</exception>
    public DkimKey? Find(string selector) => File.Exists(FileOf(selector)) ? DkimKey.Read(File.ReadAllText(FileOf(selector))) : null;

    /// <summary>Makes a key where there is none; one that is there is left alone.</summary>
    public DkimKey FindOrMake(string selector)
    {
        if (Find(selector) is { } there)
        {
            return there;
        }

        var made = selector == options.Mail.Dkim.Ed25519Selector ? DkimKey.MakeEd25519() : DkimKey.MakeRsa();
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(selector))!);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(FileOf(selector), how);
        file.Write(made.ToPem() + "\n");
        return made;
    }
}
