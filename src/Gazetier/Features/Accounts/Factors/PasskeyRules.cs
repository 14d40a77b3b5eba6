using Gazetier.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>
/// What a passkey must be: kept by the device, and never used without a finger, a face or a PIN, so that it is two factors in one.
/// It belongs to the host of the newspaper's public address; on one's own machine, to whatever name that machine is asked by.
/// </summary>
public class PasskeyRules(NewspaperOptions options) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions passkeys)
    {
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "required";
        passkeys.AttestationConveyancePreference = "none";
        passkeys.AuthenticatorTimeout = TimeSpan.FromMinutes(3);
        if (Uri.TryCreate(options.Url, UriKind.Absolute, out var url) && !url.IsLoopback)
        {
            passkeys.ServerDomain = url.Host;
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == url.GetLeftPart(UriPartial.Authority));
        }
    }
}
