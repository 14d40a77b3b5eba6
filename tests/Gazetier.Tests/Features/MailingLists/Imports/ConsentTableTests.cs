using CsCheck;
using Gazetier.Features.MailingLists.Imports;
using Shouldly;

namespace Gazetier.Tests.Features.MailingLists.Imports;

public class ConsentTableTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("a@x.fr;2026-03-01;Oui;Salon", ImportOutcome.Accepted)]
    [InlineData("A@X.FR;01/03/2026 09:30;Oui;Salon;Ann", ImportOutcome.Accepted)]
    [InlineData("a@x.fr;2026-03-01T08:30:00Z;Oui;Salon", ImportOutcome.Accepted)]
    [InlineData("pas une adresse;2026-03-01;Oui;Salon", ImportOutcome.Malformed)]
    [InlineData("a@gmial.com;2026-03-01;Oui;Salon", ImportOutcome.Mistyped)]
    [InlineData("a@x.fr;;Oui;Salon", ImportOutcome.NoDate)]
    [InlineData("a@x.fr;31/02/2026;Oui;Salon", ImportOutcome.NoDate)]
    [InlineData("a@x.fr;2027-01-01;Oui;Salon", ImportOutcome.NoDate)]
    [InlineData("a@x.fr;2026-03-01;;Salon", ImportOutcome.NoProof)]
    [InlineData("a@x.fr;2026-03-01;Oui", ImportOutcome.NoProof)]
    public void L_52_a_line_without_its_proof_is_refused(string line, ImportOutcome outcome) => Read(line).Single().Outcome.ShouldBe(outcome);

    [Fact]
    public void Columns_come_in_any_order_under_heads_that_name_them()
    {
        var line = Read("Nom;Origine;Date du consentement;Courriel;Texte\nAnn;Salon des maires;01/03/2026;a@x.fr;Je veux la lettre").Single();
        (line.Number, line.Email, line.Name, line.Text, line.Origin, line.Outcome).ShouldBe((2, "a@x.fr", "Ann", "Je veux la lettre", "Salon des maires", ImportOutcome.Accepted));
        line.At.ShouldBe(new DateTime(2026, 2, 28, 23, 0, 0, DateTimeKind.Utc), "midnight in Paris");
    }

    [Fact]
    public void An_address_that_comes_twice_counts_once() =>
        Read("a@x.fr;2026-03-01;Oui;Salon\nA@X.fr;2026-03-02;Oui;Salon").Select(line => line.Outcome).ShouldBe([ImportOutcome.Accepted, ImportOutcome.Twice]);

    [Fact]
    public void One_line_too_many_is_seen_and_no_more_are_read() =>
        Read(string.Concat(Enumerable.Repeat("a@x.fr;2026-03-01;Oui;Salon\n", ListImport.MostLines + 100))).Count.ShouldBe(ListImport.MostLines + 1);

    [Fact]
    public void What_is_accepted_has_address_date_text_and_origin_whatever_comes() => Gen.String[0, 120].Sample(text =>
        Read(text).TrueForAll(line => line.Outcome != ImportOutcome.Accepted || (line.Email.Contains('@') && line.At is not null && line.Text.Length > 0 && line.Origin.Length > 0)));

    private static List<ListImportLine> Read(string text) => [.. new ConsentTable(Paris, Newsroom.Now.UtcDateTime).Read(text)];
}
