using System.Diagnostics;
using Gazetier.Data;
using Gazetier.Mail;
using Gazetier.Mail.Dkim;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;

namespace Gazetier.Tests.Mail.Dkim;

/// <summary>E-01: OpenDKIM, which many receivers run, verifies what we sign; keys come from a file, not from the DNS.</summary>
public class OpenDkimTests
{
    private const string Program = "/usr/sbin/opendkim";

    [Fact]
    public async Task E_01_opendkim_verifies_both_signatures()
    {
        Assert.SkipUnless(File.Exists(Program), "OpenDKIM is not on this machine: bin/setup test");
        var folder = Directory.CreateTempSubdirectory("opendkim").FullName;
        try
        {
            var options = new NewspaperOptions { Data = folder, Mail = new() { From = "L'Échelon <lettres@exemple.fr>", Dkim = new DkimOptions { Selector = "g1", Ed25519Selector = "g2" } } };
            var keys = new DkimKeys(options);
            await File.WriteAllLinesAsync(Path.Combine(folder, "keys"), keys.Selectors.Select(selector => $"{selector}._domainkey.exemple.fr {keys.FindOrMake(selector).Record}"));
            await File.WriteAllTextAsync(Path.Combine(folder, "conf"), $"Mode v\nTestPublicKeys {folder}/keys\nSyslog no\n");
            using var message = Mime.Of(
                new Email { To = "mairie@exemple.org", Subject = "Ma Gazette à l’eau", Text = "Bonjour \r\n\r\n\r\n", Html = "<p>" + new string('é', 900) + "</p>", MessageId = "1@exemple.fr" },
                options.Mail.From,
                DateTimeOffset.UnixEpoch.AddYears(56));
            new SignMails(keys, TimeProvider.System, NullLogger<SignMails>.Instance).Sign(message);
            await message.WriteToAsync(Path.Combine(folder, "mail"));

            var said = await RunAsync("-x", Path.Combine(folder, "conf"), "-t", Path.Combine(folder, "mail"), "-vvv");
            said.ShouldContain("dkim=pass (2048-bit key) header.d=exemple.fr header.i=@exemple.fr header.a=rsa-sha256 header.s=g1");
            said.ShouldContain("dkim=pass header.d=exemple.fr header.i=@exemple.fr header.a=ed25519-sha256 header.s=g2");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return await output + await errors;
    }
}
