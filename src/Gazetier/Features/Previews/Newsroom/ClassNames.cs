using Gazetier.Features.Access;
using Gazetier.Locales;

namespace Gazetier.Features.Previews.Newsroom;

/// <summary>What the newsroom calls a class of readers.</summary>
public static class ClassNames
{
    public static string Name(this AccessClass reader, Phrases t) => reader switch
    {
        AccessClass.Visitor => t["Visiteur"],
        AccessClass.Registered => t["Compte gratuit"],
        AccessClass.Subscriber => t["Abonné"],
        AccessClass.Staff => t["Rédaction"],
        _ => reader.ToString(),
    };
}
