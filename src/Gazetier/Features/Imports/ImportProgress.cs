namespace Gazetier.Features.Imports;

/// <summary>How far an import has come, after each batch.</summary>
/// <param name="BytesRead">Of the file.</param>
/// <param name="BytesTotal">Of the file; the share read is the only share known before the end.</param>
/// <param name="Lines">Read so far.</param>
public readonly record struct ImportProgress(long BytesRead, long BytesTotal, int Lines);
