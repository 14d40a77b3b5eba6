using Gazetier.Locales;

namespace Gazetier.Features.Newsletters;

/// <summary>What an issue lacks before it may leave. Pure.</summary>
public static class IssueFaults
{
    /// <summary>A sentence for each; none where it may leave.</summary>
    public static IReadOnlyList<string> Faults(this NewsletterIssue issue, Phrases t) =>
    [
        .. issue.Subject.Length > 0 ? Array.Empty<string>() : [t["Le numéro n’a pas d’objet."]],
        .. issue.Blocks.Count > 0 ? Array.Empty<string>() : [t["Le numéro n’a pas de bloc."]],
        .. issue.Blocks.OrderBy(b => b.Position).Index().Select(one => FaultOf(one.Item, one.Index + 1, t)).OfType<string>(),
    ];

    private static string? FaultOf(NewsletterBlock block, int place, Phrases t) => block.Kind switch
    {
        NewsletterBlockKind.Articles when block.Articles.Length == 0 => t["Bloc {0} : aucun article n’est choisi.", place],
        NewsletterBlockKind.Picture when block.PictureId is null => t["Bloc {0} : aucune image n’est choisie.", place],
        NewsletterBlockKind.Text or NewsletterBlockKind.Notice when block.Html.Length == 0 => t["Bloc {0} : le texte est vide.", place],
        NewsletterBlockKind.Partner when block.Advertiser.Length == 0 => t["Bloc {0} : le nom de l’annonceur manque.", place],
        NewsletterBlockKind.Partner when block.Html.Length == 0 && block.Link.Length == 0 => t["Bloc {0} : le texte est vide.", place],
        _ => null,
    };
}
