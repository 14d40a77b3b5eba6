using System.Text;
using CsCheck;
using Gazetier.Features.Organisations;
using Shouldly;

namespace Gazetier.Tests.Features.Organisations;

public class InvitedPersonTests
{
    [Fact]
    public void Addresses_come_one_a_line_or_in_a_row()
    {
        Read("anne@commune.fr\n\n  Bob.B@Commune.fr \n").ShouldBe([(1, "anne@commune.fr", ""), (3, "bob.b@commune.fr", "")]);
        Read("a@commune.fr, b@commune.fr; c@commune.fr").ShouldBe([(1, "a@commune.fr", ""), (1, "b@commune.fr", ""), (1, "c@commune.fr", "")]);
        Read("Anne Martin <anne@commune.fr>").ShouldBe([(1, "anne@commune.fr", "Anne Martin")]);
        Read("anne@\nanne").ShouldBe([(1, null, ""), (2, null, "")]);
    }

    [Fact]
    public void Tables_of_a_spreadsheet_come_with_their_head_or_without()
    {
        Read("Nom;Prénom;Adresse e-mail\r\nMartin;Anne;anne@commune.fr\r\n").ShouldBe([(2, "anne@commune.fr", "Martin Anne")]);
        Read("anne@commune.fr,\"Martin, Anne\",\"dite \"\"A\"\"\"").ShouldBe([(1, "anne@commune.fr", "Martin, Anne dite \"A")]);
        Read("\uFEFFMail\nx@commune.fr").ShouldBe([(2, "x@commune.fr", "")]);
    }

    [Fact]
    public void Files_are_read_in_each_encoding_that_Excel_writes()
    {
        const string Text = "Hélène Œuvré;helene@commune.fr";
        byte[] windows = [.. Text.Select(sign => sign == 'Œ' ? (byte)0x8C : (byte)sign)];
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(Text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)],
            [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)], windows,
        ];
        files.Select(file => SpreadsheetText.Of(file)).ShouldAllBe(text => text == Text);
    }

    [Fact]
    public void Whatever_is_pasted_is_read_and_gives_addresses_that_a_mail_can_reach() =>
        Gen.String.Sample(text => InvitedPerson.Read(text).All(person => person.Email is null || Gazetier.Features.Accounts.EmailAddress.Read(person.Email) == person.Email));

    private static (int, string?, string)[] Read(string text) => [.. InvitedPerson.Read(text).Select(person => (person.Line, person.Email, person.Name))];
}
