namespace Gazetier.Features.Places;

/// <summary>What a place is, from the widest to the narrowest.</summary>
public enum PlaceKind
{
    Region,
    Department,
    Commune,
}
