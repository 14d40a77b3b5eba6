using Gazetier.Features.Access;
using Shouldly;

namespace Gazetier.Tests.Features.Access;

public class ExplainTests
{
    [Theory]
    [InlineData("camille@example.org", Newsroom.Locked, "camille@example.org peut lire l’article par « Formule Individuelle », jusqu’au 23 août 2027.")]
    [InlineData("noe@example.org", Newsroom.Locked, "noe@example.org ne peut pas lire l’article : « Formule Individuelle » allait jusqu’au 3 novembre 2026.")]
    [InlineData("lou@example.org", Newsroom.ForRegistered, "lou@example.org peut lire l’article : il demande un compte gratuit, et ce lecteur en a un.")]
    [InlineData("INES@example.org", Newsroom.Locked, "INES@example.org peut lire l’article : membre de la rédaction.")]
    [InlineData("-", Newsroom.Free, "Un visiteur peut lire l’article : il est ouvert à tous.")]
    [InlineData("-", Newsroom.ForRegistered, "Un visiteur ne peut pas lire l’article : il demande un compte gratuit.")]
    [InlineData("inconnu@example.org", Newsroom.Free, "Aucun compte n’a l’adresse inconnu@example.org.")]
    [InlineData("-", 99, "L’article 99 n’existe pas.")]
    public async Task It_answers_in_a_sentence(string reader, long article, string sentence)
    {
        await using var site = await Site.OpenAsync();
        (await site.WithAsync<Explain, string>(explain => explain.RunAsync(reader, article, default))).ShouldBe(sentence);
    }
}
