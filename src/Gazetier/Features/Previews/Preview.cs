using Gazetier.Features.Access;

namespace Gazetier.Features.Previews;

/// <summary>Aperçu: the request shows a page as readers of one class of access get it, to somebody of the newsroom.</summary>
public sealed record Preview(AccessClass As);
