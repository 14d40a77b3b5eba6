using Gazetier.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gazetier.Features.Conversation.Mine;

/// <summary>What the form under an article sends.</summary>
public sealed class WriteForm
{
    [FromForm(Name = "texte")]
    public string? Text { get; set; }

    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    [FromForm(Name = "fonction")]
    public string? Function { get; set; }

    /// <summary>The comment that is answered.</summary>
    [FromForm(Name = "a")]
    public Guid? Answers { get; set; }

    /// <summary>"oui".</summary>
    [FromForm(Name = "suivre")]
    public string? Follow { get; set; }

    public SentComment ToSent(long article, string fromAddress) => new(
        article, Answers, Printable.Line(Name ?? ""), Printable.Line(Function ?? ""), Kept(Text), Follow == "oui", fromAddress);

    /// <summary>As it is kept.</summary>
    public static string Kept(string? text) => Printable.Only(text ?? "").ReplaceLineEndings("\n").Trim();
}
