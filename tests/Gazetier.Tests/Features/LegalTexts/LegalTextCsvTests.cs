using CsCheck;
using Gazetier.Features.Access;
using Gazetier.Features.LegalTexts;
using Shouldly;

namespace Gazetier.Tests.Features.LegalTexts;

public class LegalTextCsvTests
{
    private const string Head = "genre;titre;nature;numero;date;nor;ecli;source;resume;acces\n";

    [Fact]
    public void A_good_line_is_a_text_and_each_fault_is_named()
    {
        var lines = Read(Head
            + "texte;Sur l’eau;Décret;2026-1;03/01/2026;INTB2605123D;;https://example.org/x;Un <b>résumé</b>;abonnes\n"
            + "roman;Sur l’eau;;;03/01/2026;;;;;\n"
            + "texte;;Décret;2;03/01/2026;;;;;\n"
            + "texte;Sans date;;;;;;;;\n"
            + "jurisprudence;Mal numéroté;;;03/01/2026;;ECLI:FR;;;\n"
            + "texte;Mal numéroté;;;03/01/2026;NOR;;;;\n"
            + "texte;Sans source;;;03/01/2026;;;javascript:alert(1);;\n"
            + "texte;Sans accès;;;03/01/2026;;;;;tous\n"
            + "texte;Deux fois;Décret;2026-1;03/01/2026;INTB2605123D;;;;\n"
            + "reponse;Sur l’air;;12;2026-01-03;;;;;\n");
        lines.Select(line => line.Fault).ShouldBe(
        [
            TextFault.None, TextFault.NoKind, TextFault.NoTitle, TextFault.NoDate, TextFault.BadEcli, TextFault.BadNor, TextFault.BadSource, TextFault.BadAccess, TextFault.Twice, TextFault.None,
        ]);
        lines[0].Text!.Reference.ShouldBe("Décret n° 2026-1 du 3 janvier 2026");
        lines[0].Text!.Access.ShouldBe(Requirement.Subscription);
        lines[0].Number.ShouldBe(2);
    }

    [Fact]
    public void Without_a_head_nothing_is_read() => Read("texte;Sur l’eau;2026-01-03\n").ShouldBeEmpty();

    [Fact]
    public void Whatever_is_pasted_is_read_as_far_as_it_goes() =>
        Gen.String.Array[0, 6].Sample(cells => Read(Head + string.Join(';', cells)).ShouldAllBe(line => line.Fault != TextFault.None || line.Text != null));

    private static IReadOnlyList<TextLine> Read(string table) => LegalTextCsv.Read(table, html => html);
}
