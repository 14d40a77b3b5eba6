using System.Text;
using CsCheck;
using Gazetier.Features.Accounts.Factors;
using Shouldly;

namespace Gazetier.Tests.Features.Accounts.Factors;

public class TimeCodeTests
{
    /// <summary>RFC 6238, appendix B, the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        TimeCode.At(Encoding.ASCII.GetBytes("12345678901234567890"), TimeCode.StepAt(DateTime.UnixEpoch.AddSeconds(seconds))).ShouldBe(code);

    [Fact]
    public void A_clock_may_be_half_a_minute_wrong_and_no_more()
    {
        var (secret, now) = (TimeCode.NewSecret(), Newsroom.Now.UtcDateTime);
        var step = TimeCode.StepAt(now);
        TimeCode.StepOf(secret, TimeCode.At(secret, step - 1), now).ShouldBe(step - 1);
        TimeCode.StepOf(secret, TimeCode.At(secret, step), now).ShouldBe(step);
        TimeCode.StepOf(secret, TimeCode.At(secret, step + 1).Insert(3, " "), now).ShouldBe(step + 1);
        TimeCode.StepOf(secret, TimeCode.At(secret, step + 3), now).ShouldBeNull();
        TimeCode.StepOf(secret, TimeCode.At(secret, step - 3), now).ShouldBeNull();
        foreach (var typed in new[] { null, "", "12345", "1234567", "abcdef", "１２３４５６", new string('1', 10_000) })
        {
            TimeCode.StepOf(secret, typed, now).ShouldBeNull();
        }
    }

    [Fact]
    public void A_secret_survives_its_letters() => Gen.Byte.Array[0, 40].Sample(bytes => SecretLetters.Bytes(SecretLetters.Of(bytes)).ShouldBe(bytes));

    [Fact]
    public void A_recovery_code_is_read_however_it_was_copied()
    {
        var code = RecoveryCode.New();
        code.ShouldMatch("^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$");
        RecoveryCode.Read(code.ToLowerInvariant().Replace('-', ' ')).ShouldBe(code.Replace("-", "", StringComparison.Ordinal));
        RecoveryCode.Read(code[1..]).ShouldBeNull();
        RecoveryCode.Read("0" + code[1..]).ShouldBeNull();
        RecoveryCode.HashOf(Newsroom.Lou, code).ShouldNotBe(RecoveryCode.HashOf(Newsroom.Ines, code));
    }

    [Fact]
    public void A_square_holds_its_dark_modules_in_a_path()
    {
        var square = QrSquare.Of("otpauth://totp/Le%20Courrier:ines@example.org?secret=ABC");
        square.Size.ShouldBeGreaterThan(29);
        square.Path.ShouldMatch(@"^(M\d+ \d+h\d+v1h-\d+z)+$");
        // The corner that every reader looks for: seven modules, behind a quiet zone of four.
        square.Path.ShouldStartWith("M4 4h7v1h-7z");
    }
}
