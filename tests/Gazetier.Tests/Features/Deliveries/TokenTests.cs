using CsCheck;
using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Shouldly;

namespace Gazetier.Tests.Features.Deliveries;

public class TokenTests
{
    [Fact]
    public async Task An_unsubscribe_link_names_its_reader_and_list_and_no_other_can_be_made_from_it()
    {
        await using var site = await Site.OpenAsync();
        var links = site.Services.GetRequiredService<UnsubscribeLink>();
        var token = (await links.ForAsync("digest", CancellationToken.None))(Newsroom.Camille);
        (await links.ReadAsync(token, CancellationToken.None)).ShouldBe(new Leaver(Newsroom.Camille, "digest"));
        token.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_');
        (await links.ForAsync("autre", CancellationToken.None))(Newsroom.Camille).ShouldNotBe(token);
        for (var n = 0; n < token.Length; n++)
        {
            var forged = token[..n] + (token[n] == 'A' ? 'B' : 'A') + token[(n + 1)..];
            (await links.ReadAsync(forged, CancellationToken.None)).ShouldBeNull();
        }

        foreach (var wrong in new[] { "", "x", "%00", token + "A", token[..^4], new string('A', 5000), "é" })
        {
            (await links.ReadAsync(wrong, CancellationToken.None)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_bounce_address_names_its_delivery_even_in_capitals_and_fits_a_local_part()
    {
        await using var site = await Site.OpenAsync();
        var bounce = await BounceAddress.LoadAsync(site.Services.GetRequiredService<SecretKeys>(), site.Services.GetRequiredService<NewspaperOptions>(), CancellationToken.None);
        var id = Guid.CreateVersion7();
        var address = bounce.Of(id);
        address.ShouldEndWith("@courrier.example");
        MailboxAddress.Parse(address).LocalPart.Length.ShouldBeLessThanOrEqualTo(64);
        bounce.Read(address).ShouldBe(id);
        bounce.Read(address.ToUpperInvariant()).ShouldBe(id);
        bounce.Read(address.Replace(address[10], address[10] == '0' ? '1' : '0')).ShouldBeNull();
        bounce.Read("bounce+zz@courrier.example").ShouldBeNull();
        bounce.Read("lettres@courrier.example").ShouldBeNull();
    }

    [Fact]
    public void The_delay_grows_and_never_exceeds_six_hours() => Gen.Int[1, 1000].Sample(attempts =>
    {
        var delay = Ledger.DelayAfter(attempts);
        delay.ShouldBeInRange(TimeSpan.FromMinutes(1), TimeSpan.FromHours(6));
        Ledger.DelayAfter(attempts + 1).ShouldBeGreaterThanOrEqualTo(delay);
    });
}
