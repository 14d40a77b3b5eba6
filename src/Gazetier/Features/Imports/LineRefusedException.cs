namespace Gazetier.Features.Imports;

/// <summary>A line that cannot become an article; the message says why, to whoever made the file.</summary>
public sealed class LineRefusedException(string reason) : Exception(reason);
