namespace Gazetier.Features.Deliveries.Mails;

/// <summary>What the frame around a mail's blocks says, in one language; the same for all who get the issue.</summary>
/// <param name="Title">The name of what is posted: "Ma Gazette", a newsletter's.</param>
/// <param name="Line">Under the title: the day of the issue, on the newspaper's clock.</param>
/// <param name="Why">Why the reader gets it, one sentence.</param>
/// <param name="Manage">"Gérer mes thèmes": what the way to the reader's own settings is called.</param>
/// <param name="ManagePath">Where it leads, "/mon-compte/ma-gazette".</param>
/// <param name="Leave">"Ne plus recevoir cette édition".</param>
/// <param name="WebPath">Where the issue can be read on the site; null: nowhere.</param>
/// <param name="Preheader">What mail programs show beside the subject; null: the beginning of the mail.</param>
public sealed record FrameWords(
    string Title,
    string Line,
    string Why,
    string Manage,
    string ManagePath,
    string Leave,
    string? WebPath = null,
    string? Preheader = null);
