namespace Gazetier.Features.Articles;

/// <summary>A body over <see cref="Body.MaxLength"/> characters: no article is, so it is refused before it is read.</summary>
public sealed class BodyTooLongException(int length)
    : Exception($"The body has {length} characters; the limit is {Body.MaxLength}.")
{
    public int Length { get; } = length;
}
