namespace Gazetier.Web;

/// <summary>Left with a request by who classified it: its reader is led to another page first. The class has <see cref="Apart"/>, which costs the others nothing.</summary>
/// <param name="Path">Local.</param>
public sealed record LedElsewhere(string Path)
{
    public const string Apart = "led";
}
