using System.Text;
using CsCheck;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts;

public class Argon2PasswordHasherTests
{
    private readonly Argon2PasswordHasher _hasher = new();

    [Fact]
    public async Task A_hash_records_its_parameters_and_accepts_its_password_only()
    {
        var hash = await _hasher.HashAsync("Les hirondelles rentrent tard", CancellationToken.None);
        hash.ShouldStartWith("$argon2id$v=19$m=19456,t=2,p=1$");
        (await VerifyAsync(hash, "Les hirondelles rentrent tard")).ShouldBe(PasswordVerificationResult.Success);
        (await VerifyAsync(hash, "les hirondelles rentrent tard")).ShouldBe(PasswordVerificationResult.Failed);
        (await _hasher.HashAsync("Les hirondelles rentrent tard", CancellationToken.None)).ShouldNotBe(hash);
    }

    [Fact]
    public async Task Accents_count_the_same_however_the_keyboard_composes_them()
    {
        var hash = await _hasher.HashAsync("été à Évian-les-Bains", CancellationToken.None);
        (await VerifyAsync(hash, "été à Évian-les-Bains".Normalize(NormalizationForm.FormD))).ShouldBe(PasswordVerificationResult.Success);
    }

    [Fact]
    public async Task Nothing_is_cut_off()
    {
        var password = new string('x', 255);
        var hash = await _hasher.HashAsync(password + "a", CancellationToken.None);
        (await VerifyAsync(hash, password + "b")).ShouldBe(PasswordVerificationResult.Failed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AQAAAAEAACcQAAAAEOldFormat")]
    [InlineData("$argon2id$v=19$m=99999999,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaA==")]
    [InlineData("$argon2id$v=19$m=1,t=1,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaA==")]
    [InlineData("$argon2id$v=19$m=64,t=1,p=1$***$***")]
    public async Task What_is_no_hash_fails(string? hash) =>
        (await VerifyAsync(hash, "Les hirondelles rentrent tard")).ShouldBe(PasswordVerificationResult.Failed);

    [Fact]
    public async Task An_empty_password_is_never_right()
    {
        (await VerifyAsync(await _hasher.HashAsync("", CancellationToken.None), "")).ShouldBe(PasswordVerificationResult.Failed);
        (await VerifyAsync(null, "")).ShouldBe(PasswordVerificationResult.Failed);
    }

    [Fact]
    public void Any_text_can_be_made_normal_and_stays_so() => Gen.String.Sample(text =>
        Argon2PasswordHasher.Normal(Argon2PasswordHasher.Normal(text)).ShouldBe(Argon2PasswordHasher.Normal(text)));

    private Task<PasswordVerificationResult> VerifyAsync(string? hash, string password) => _hasher.VerifyAsync(hash, password, CancellationToken.None);
}
