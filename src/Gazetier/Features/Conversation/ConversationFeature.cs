using Gazetier.Data;
using Gazetier.Features.Conversation.Mails;
using Gazetier.Features.Conversation.Moderation;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Features.Conversation.Threads;
using Gazetier.Features.MailingLists;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Conversation;

/// <summary>What readers say under articles, and how the newsroom answers for it (L-60 to L-62).</summary>
public static class ConversationFeature
{
    /// <summary>Bytes of a form: the longest comment in any script, each sign of it escaped; or the lists of words.</summary>
    private const long LargestForm = 512 * 1024;

    public static IServiceCollection AddConversation(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddSingleton<ConversationPace>();
        services.AddScoped<TellPages>();
        services.AddScoped<ReadConversation>();
        services.AddScoped<GatherSubmission>();
        services.AddScoped<AskOutside>();
        services.AddScoped<WriteRestriction>();
        services.AddScoped<FollowThreads>();
        services.AddScoped<ThreadMails>();
        services.AddScoped<IssueThreads>();
        services.AddScoped<BadgeOfComment>();
        services.AddScoped<PostComment>();
        services.AddScoped<ChangeComment>();
        services.AddScoped<DecideOnComments>();
        services.AddScoped<RestrictPerson>();
        services.AddScoped<AppealRestriction>();
        services.AddScoped<ReceiveNotice>();
        services.AddScoped<WaitingComments>();
        services.AddScoped<Newsroom.Queue>();
        services.AddScoped<IComposeMail, ConversationLetters>();
        services.AddScoped<IMailingLists, ThreadLists>();
        services.AddHttpClient(nameof(AskOutside), client => client.MaxResponseContentBufferSize = AskOutside.MostBytes)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderApplicationModelConvention("/Conversation", page => page.Filters.Add(new SmallForm { Limit = LargestForm })));
        if (options.Works)
        {
            services.AddHostedService<ConversationRounds>();
        }

        return services;
    }
}
